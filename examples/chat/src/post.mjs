import {
  ApiGatewayManagementApiClient,
  GoneException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { removeMember } from './rooms.mjs';

let client;

/** Sends a message to members of a room, takes out those whose connection is gone, and gives the others. */
export async function post(event, room, members, message) {
  const { apiId, domainName, stage } = event.requestContext;
  client ??= new ApiGatewayManagementApiClient({ endpoint: `https://${domainName}/${stage}` });
  const Data = JSON.stringify(message);

  const reached = await Promise.all(
    members.map(async ({ connectionId }) => {
      try {
        await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data }));
        return true;
      } catch (error) {
        if (!(error instanceof GoneException)) throw error;
        await removeMember(apiId, room, connectionId);
        return false;
      }
    }),
  );
  return members.filter((_, index) => reached[index]);
}
