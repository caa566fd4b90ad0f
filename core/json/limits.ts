/**
 * How deep lists and objects may lie in each other; deeper text is not read.
 * https://github.com/netplex/json-smart-v2/blob/v2.6.0/json-smart/src/main/java/net/minidev/json/parser/JSONParserBase.java
 */
export const maxDepth = 400;
