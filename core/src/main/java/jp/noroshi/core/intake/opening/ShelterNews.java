package jp.noroshi.core.intake.opening;

import java.util.Arrays;
import java.util.Optional;

/** What residents are told of shelters. Intake rules know it by its code. */
public enum ShelterNews {
  /** 開設. */
  OPENED("opened", "避難所の開設", "を開設しました。"),
  /** 満員. */
  FULL("full", "避難所の満員", "は満員です。ほかの避難所へ避難してください。"),
  /** Room again after it was full. */
  ROOM("room", "避難所の空き", "に空きができました。"),
  /** 閉鎖準備. */
  CLOSING("closing", "避難所の閉鎖準備", "は閉鎖の準備に入り、新しい受け入れを終えました。"),
  /** 閉鎖. */
  CLOSED("closed", "避難所の閉鎖", "を閉鎖しました。"),
  /** 訂正: residents were told of a place under another name, or elsewhere. */
  CORRECTED("corrected", "避難所の案内の訂正", "の案内を訂正しました。");

  private final String code;
  private final String japanese;
  private final String ending;

  ShelterNews(String code, String japanese, String ending) {
    this.code = code;
    this.japanese = japanese;
    this.ending = ending;
  }

  /** Finds the news of a code. */
  static Optional<ShelterNews> find(String code) {
    return Arrays.stream(values()).filter(news -> news.code.equals(code)).findFirst();
  }

  /** Returns the code by which intake rules know it. */
  public String code() {
    return code;
  }

  String japanese() {
    return japanese;
  }

  /** Returns one sentence about shelters, by their names or by how many they are. */
  String sentence(String shelters) {
    return shelters + ending;
  }
}
