// Google's official Node SDK, sending the messages the hub sends. Its one argument is the job:
// {"endpoint", "certificate", "accessToken", "project", "message", "recipients", "batchSize", "concurrency"}.
import { readFileSync } from 'node:fs';
import http2 from 'node:http2';
import { initializeApp } from 'firebase-admin/app';
import { getMessaging } from 'firebase-admin/messaging';
import { inParallel, serve } from './round.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// The SDK knows only Google's address; the connection is all that is changed.
const connect = http2.connect;
const ca = readFileSync(job.certificate);
http2.connect = (url, options, listener) => connect(job.endpoint, { ...options, ca }, listener);

const app = initializeApp({
  projectId: job.project,
  credential: { getAccessToken: async () => ({ access_token: job.accessToken, expires_in: 3600 }) },
});
const messaging = getMessaging(app);

await serve(() =>
  inParallel(Math.ceil(job.recipients / job.batchSize), job.concurrency, async (batch) => {
    const from = batch * job.batchSize;
    const to = Math.min(from + job.batchSize, job.recipients);
    const messages = Array.from({ length: to - from }, (_, i) => ({ ...job.message, token: `token-${from + i}` }));
    const answer = await messaging.sendEach(messages);
    const first = answer.responses.find((response) => !response.success);
    if (first) process.stderr.write(`${first.error}\n`);
    return answer.failureCount;
  }),
);
process.exit(0);
