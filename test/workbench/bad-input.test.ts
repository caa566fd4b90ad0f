import { type AddressInfo, createServer } from 'node:net';
import { temporaryFolder } from '../kit/temporary-folder.ts';
import { inWorkbench } from './in-workbench.ts';

const template = `Resources:
  OrdersApi:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: orders
      ProtocolType: WEBSOCKET
      RouteSelectionExpression: $request.body.action
  LostRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref OrdersApi
      RouteKey: lost
  BrokenRoute:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref OrdersApi
      RouteKey: broken
      Target: !Sub integrations/\${BrokenIntegration}
  BrokenIntegration:
    Type: AWS::ApiGatewayV2::Integration
    Properties:
      ApiId: !Ref OrdersApi
      IntegrationType: AWS_PROXY
      IntegrationUri: !Sub arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/\${BrokenFunction.Arn}/invocations
  BrokenFunction:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src
      Handler: broken.handler
      Runtime: nodejs22.x
`;

describe('bad input', () => {
  it('in a running API is answered as AWS does, with a clear reason, and nothing is lost', async () => {
    const busy = createServer();
    await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', listening));
    const { port } = busy.address() as AddressInfo;
    const folder = temporaryFolder();
    folder.write('template.yaml', template);
    folder.write('src/broken.js', 'exports.handler = async () => {');
    const settings = { 'routescope.port': port };
    try {
      await inWorkbench('bad-input', folder, { settings }, async (workbench) => {
        const { panel } = workbench;
        const send = async (message: string): Promise<void> => {
          await panel.getByRole('textbox', { name: 'Message' }).fill(message);
          await panel.getByRole('button', { name: 'Send', exact: true }).click();
        };
        await workbench.openFile('template.yaml');
        await workbench.pressLens('▷ Start');
        await panel.getByText(`Port ${port} is in use; the gateway listens on`).first().waitFor();
        await panel.getByRole('button', { name: 'Connect', exact: true }).click();
        await panel.getByRole('radio').first().waitFor();
        const traffic = (text: RegExp): Promise<void> =>
          panel.getByRole('option', { name: text }).first().waitFor();
        await send('not JSON');
        await traffic(/^Received, failed .*"message": "Forbidden"/);
        await send('{"action":"lost"}');
        await traffic(/^Notice .*The route lost has no target/);
        await traffic(/^Received, failed .*"message": "Internal server error"/);
        await send('{"action":"broken"}');
        await traffic(/^Log .*BrokenFunction: .*SyntaxError: Unexpected end of input/);
        await workbench.openTree();
        await workbench.treeRow(/No route *1 message/).waitFor();
        await workbench.treeRow(/lost *1 hit/).waitFor();
        await workbench.treeRow(/broken *1 hit/).waitFor();
        await workbench.screenshot('bad-input');
      });
    } finally {
      await new Promise((closed) => busy.close(closed));
    }
  });

  it('in files is told where the file is', async () => {
    const folder = temporaryFolder();
    folder.write('template.yaml', `${template}  "unclosed: [\n`);
    await inWorkbench('bad-files', folder, {}, async (workbench) => {
      await workbench.openFile('template.yaml');
      await workbench.openTree();
      await workbench.treeRow(/This " has no closing " on its line/).click();
      await workbench.line(/"unclosed/).waitFor();
      await workbench.treeRow(/orders/).waitFor();
      await workbench.screenshot('bad-files');
    });
  });

  it('is a folder without a WebSocket API, and the view says what to do', async () => {
    const folder = temporaryFolder();
    folder.write('template.yaml', 'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n');
    await inWorkbench('no-api', folder, {}, async (workbench) => {
      const { page } = workbench;
      await workbench.openView();
      await page.locator('.sidebar').getByText('No WebSocket API found in this folder.').waitFor();
      await workbench.screenshot('no-api');
    });
  });
});
