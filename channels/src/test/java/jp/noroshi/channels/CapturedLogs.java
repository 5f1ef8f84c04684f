package jp.noroshi.channels;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything anybody logs, at every level, while it is open. */
public final class CapturedLogs implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
  private final Level before = root.getLevel();

  private CapturedLogs() {
    root.setLevel(Level.TRACE);
    root.iteratorForAppenders().forEachRemaining(silenced::add);
    silenced.forEach(root::detachAppender);
    appender.start();
    root.addAppender(appender);
  }

  /** Begins to listen. */
  public static CapturedLogs start() {
    return new CapturedLogs();
  }

  /** Returns everything said so far, stack traces included. */
  public String text() {
    return List.copyOf(appender.list).stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    silenced.forEach(root::addAppender);
    root.setLevel(before);
  }
}
