package jp.noroshi.opsconsole.api;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;

/** Holds answers against the contract the clients were generated from. */
final class ContractCheck {

  private final ResponseValidator validator;

  ContractCheck(Vertx vertx) {
    OpenAPIContract contract = Awaited.of(ApiContract.load(vertx));
    this.validator = ResponseValidator.create(vertx, contract);
  }

  /** Fails when the answer is not what the contract promises for the operation. */
  HubClient.Reply check(String operationId, HubClient.Reply reply) {
    try {
      Awaited.of(
          validator.validate(
              ValidatableResponse.create(
                  reply.status(), Buffer.buffer(reply.text()), "application/json"),
              operationId));
    } catch (AssertionError e) {
      throw new AssertionError(operationId + " answered " + reply.text(), e);
    }
    return reply;
  }
}
