package jp.noroshi.opsconsole.api;

import java.util.Map;

/** The operations of one area of the contract. */
interface Routes {
  /** Returns the operations by their id. */
  Map<String, Operation> operations();
}
