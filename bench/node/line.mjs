// LINE's official Node SDK, sending the multicasts the hub sends. Its one argument is the job:
// {"baseUrl", "token", "messages", "recipients", "batchSize", "concurrency"}.
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { messagingApi } from '@line/bot-sdk';
import { inParallel, serve } from './round.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const client = new messagingApi.MessagingApiClient({ channelAccessToken: job.token, baseURL: job.baseUrl });
const ids = Array.from({ length: job.recipients }, (_, i) => 'U' + i.toString(16).padStart(32, '0'));

await serve(() =>
  inParallel(Math.ceil(ids.length / job.batchSize), job.concurrency, async (batch) => {
    const to = ids.slice(batch * job.batchSize, (batch + 1) * job.batchSize);
    try {
      await client.multicast({ to, messages: job.messages }, randomUUID());
      return 0;
    } catch (error) {
      process.stderr.write(`${error}\n`);
      return to.length;
    }
  }),
);
