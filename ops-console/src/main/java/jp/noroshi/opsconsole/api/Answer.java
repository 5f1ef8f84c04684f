package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What an operation answers. Problems are thrown as {@link ProblemException}. */
sealed interface Answer {

  /**
   * A JSON document.
   *
   * @param status 200, 201
   * @param session what happens to the session cookie
   */
  record Document(int status, Object body, SessionChange session) implements Answer {}

  /** A JSON document the database has written already. */
  record Json(Buffer text) implements Answer {}

  /** Done, nothing to say. */
  record Nothing(SessionChange session) implements Answer {}

  /**
   * A file to keep, never to be shown by the browser: what came in may be anything.
   *
   * @param name the file's name
   */
  record Download(Buffer bytes, String name) implements Answer {}

  /**
   * A piece of a map, asked for again and again: who has it already is told so.
   *
   * @param bytes empty where there is nothing to draw
   * @param etag changes whenever the bytes may have
   */
  record Tile(Buffer bytes, String etag) implements Answer {}

  /** What happens to the session cookie. */
  sealed interface SessionChange {
    /** It stays as it is. */
    record Unchanged() implements SessionChange {}

    /** A new session begins. */
    record Begin(String token) implements SessionChange {}

    /** The session is over. */
    record End() implements SessionChange {}
  }

  static Answer ok(Object body) {
    return new Document(200, body, new SessionChange.Unchanged());
  }

  static Answer created(Object body) {
    return new Document(201, body, new SessionChange.Unchanged());
  }

  static Answer done() {
    return new Nothing(new SessionChange.Unchanged());
  }

  /**
   * Answers with what was found.
   *
   * @throws ProblemException when nothing was found
   */
  static Answer okOrNotFound(Optional<?> found) {
    return ok(found.orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND)));
  }
}
