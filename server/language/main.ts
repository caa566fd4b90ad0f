import '../localize.ts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';

// The library notices a parent that is gone only where it talks over pipes.
process.once('disconnect', () => process.exit(0));

serve(createConnection(ProposedFeatures.all));
