package jp.noroshi.gis.file;

import java.util.List;

/** A file cannot be read as a whole; nothing of it was taken over. The message says what to do. */
public final class UnreadableFileException extends RuntimeException {

  private final Fault fault;
  private final transient List<String> attributes;

  /** Why a file cannot be read; the key of its text. */
  public enum Fault {
    /** It has no bytes. */
    EMPTY,
    /** It is larger than the hub takes. */
    TOO_LARGE,
    /** Its bytes are in no encoding we know. */
    ENCODING_UNKNOWN,
    /** Its form is broken (quotes, JSON, XML, a cut shapefile). */
    BROKEN,
    /** It is whole, but not what is read here. */
    WRONG_KIND,
    /** The columns that are needed cannot be found by their names. */
    COLUMNS_MISSING,
    /** Nothing says which attribute is the one that is needed: a person can name it. */
    COLUMN_UNNAMED,
    /** Nothing says what it is of: a person can. */
    KIND_UNSAID,
    /** Nothing says of which day it is: a person can. */
    EDITION_UNSAID,
    /** Some of the files that belong together are missing, or of another state. */
    PARTS_MISSING,
    /** Nothing says in which system its coordinates are. */
    COORDINATES_UNSAID,
    /** Its coordinates are in the old Tokyo datum. */
    TOKYO_DATUM,
    /** Its coordinates are in another system that is not taken over. */
    COORDINATES_REFUSED
  }

  /** With the kind of fault and a sentence for people. */
  public UnreadableFileException(Fault fault, String message) {
    super(message);
    this.fault = fault;
    this.attributes = List.of();
  }

  /** With a sentence for people that ends before the names of the attributes there are. */
  public UnreadableFileException(Fault fault, String message, List<String> attributes) {
    super(message + "; there are: " + String.join(", ", attributes));
    this.fault = fault;
    this.attributes = List.copyOf(attributes);
  }

  /** With the kind of fault, a sentence for people and the cause. */
  public UnreadableFileException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
    this.attributes = List.of();
  }

  /** Returns which attributes there are to name one of; empty where that is not the fault. */
  public List<String> attributes() {
    return attributes;
  }

  /** Returns the kind of fault. */
  public Fault fault() {
    return fault;
  }
}
