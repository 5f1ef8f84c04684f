package jp.noroshi.channels.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * An event as it goes over the wire, encoded once and shared by all connections. Immutable.
 *
 * @param id its place in the order of events
 * @param topic what it is about
 * @param chunk the event as one chunk of HTTP/1.1, the chunk's frame included
 * @param text the event alone, for connections that frame by themselves
 */
record EncodedEvent(OptionalLong id, String topic, ByteBuf chunk, Buffer text) {

  static EncodedEvent of(StreamEvent event) {
    StringBuilder text = new StringBuilder(event.data().length() + 64);
    event.id().ifPresent(id -> text.append("id: ").append(id).append('\n'));
    text.append("event: ").append(event.name()).append('\n');
    event.data().lines().forEach(line -> text.append("data: ").append(line).append('\n'));
    return of(event.id(), event.topic(), text.append('\n').toString());
  }

  /** A part of the stream that is no event: a comment, the reconnection time. */
  static EncodedEvent control(String text) {
    return of(OptionalLong.empty(), "", text);
  }

  private static EncodedEvent of(OptionalLong id, String topic, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new EncodedEvent(id, topic, chunk(bytes), Buffer.buffer(bytes));
  }

  /**
   * Memory outside the heap, so that the system call reads it without a copy per connection, and
   * collected by the JVM, so that no connection has to count references.
   */
  private static ByteBuf chunk(byte[] bytes) {
    byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII);
    ByteBuffer memory = ByteBuffer.allocateDirect(size.length + bytes.length + 2);
    memory.put(size).put(bytes).put((byte) '\r').put((byte) '\n').flip();
    return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory));
  }

  boolean isAfter(long other) {
    return id.isEmpty() || id.getAsLong() > other;
  }
}
