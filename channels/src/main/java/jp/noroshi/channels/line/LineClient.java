package jp.noroshi.channels.line;

import com.linecorp.bot.messaging.client.MessagingApiClient;
import java.net.Socket;
import java.net.SocketException;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** LINE's SDK with a transport fit for many large requests at once. */
public final class LineClient {

  private LineClient() {}

  /**
   * Makes a client; it connects lazily.
   *
   * @throws IllegalStateException when the token cannot be read
   */
  public static MessagingApiClient of(LineConfig config) {
    // The SDK's own logger writes the token and the user ids at INFO.
    return MessagingApiClient.builder(config.channelToken().reveal())
        .apiEndPoint(config.endpoint())
        .usingDefaultLogger(false)
        .setEventListener(new PromptSockets())
        .maxRequests(config.concurrency())
        .maxRequestsPerHost(config.concurrency())
        .connectTimeout(config.timeout())
        .readTimeout(config.timeout())
        .writeTimeout(config.timeout())
        .build();
  }

  /**
   * Lets the end of a request leave at once. A multicast is written in pieces, and by default the
   * last one waits until those before it are acknowledged: up to 40 ms for each request. The SDK
   * gives no other way to its sockets.
   */
  private static final class PromptSockets extends EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(PromptSockets.class);

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      Socket socket = connection.socket();
      try {
        if (!socket.getTcpNoDelay()) {
          socket.setTcpNoDelay(true);
        }
      } catch (SocketException e) {
        LOG.debug("the connection ended before it was used", e);
      }
    }
  }
}
