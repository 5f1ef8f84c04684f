package jp.noroshi.core.intake.jma;

import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlInput;

/** Reads what is particular to the body of one family of telegrams. Stateless. */
interface BodyReader {
  /** Says what the header holds, before the body is read. */
  default void begin(JmaHeader header, TelegramContent content) throws UnreadableException {}

  /**
   * Reads a child of Body, which is the current element; passing over it is fine.
   *
   * @param name its name
   * @param header the header, complete
   * @param content takes what is said
   */
  void readChild(String name, XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException;

  /**
   * Checks what was read once the body is complete.
   *
   * @throws UnreadableException when something is missing that makes the rest unreliable
   */
  default void check(TelegramContent content) throws UnreadableException {}
}
