package jp.noroshi.opsconsole.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.Map;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.ImportRefusedException;
import jp.noroshi.gis.plan.PlanRefusedException;
import jp.noroshi.gis.register.RegisterRefusedException;
import jp.noroshi.gis.route.ClosureRefusedException;
import jp.noroshi.gis.targeting.AreaRefusedException;
import jp.noroshi.shelters.inquiry.InquiryRefusedException;
import jp.noroshi.shelters.opening.OpeningRefusedException;
import jp.noroshi.shelters.victims.VictimExportRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure of the API with a problem document in the reader's language. */
final class ProblemResponder implements Handler<RoutingContext> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResponder.class);

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (response.headWritten()) {
      context.request().connection().close();
      return;
    }
    ProblemException problem = problemOf(context);
    if (problem.kind().equals(ProblemKind.FAULT)) {
      LOG.error(
          "{} {} failed", context.request().method(), context.request().path(), context.failure());
    }
    problem
        .retryAfter()
        .ifPresent(wait -> response.putHeader("Retry-After", Long.toString(wait.toSeconds())));
    closeUnreadBody(context);
    ProblemDocument document =
        ProblemDocument.of(problem, Language.of(context), context.request().path());
    response
        .setStatusCode(problem.kind().status())
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Content-Language", Language.of(context).tag())
        .end(ApiJson.write(document));
  }

  /** A client must not go on sending 16 MiB after it was refused. */
  private static void closeUnreadBody(RoutingContext context) {
    if (!context.request().isEnded()) {
      context.response().putHeader("Connection", "close");
    }
  }

  private static ProblemException problemOf(RoutingContext context) {
    return switch (context.failure()) {
      case ProblemException problem -> problem;
      case PlanRefusedException refused -> new ProblemException(ProblemKind.of(refused.reason()));
      case RegisterRefusedException refused ->
          new ProblemException(ProblemKind.of(refused.reason()));
      case ImportRefusedException refused ->
          new ProblemException(ProblemKind.of(refused.refusal()));
      case AreaRefusedException refused -> new ProblemException(ProblemKind.of(refused.fault()));
      case UnreadableFileException unreadable ->
          new ProblemException(
              ProblemKind.of(unreadable.fault()),
              Map.of("attributes", String.join(", ", unreadable.attributes())));
      case ClosureRefusedException refused ->
          new ProblemException(ProblemKind.of(refused.refusal()));
      case VictimExportRefusedException refused ->
          new ProblemException(ProblemKind.of(refused.refusal()));
      case InquiryRefusedException refused ->
          new ProblemException(ProblemKind.of(refused.refusal()));
      case OpeningRefusedException refused ->
          new ProblemException(ProblemKind.of(refused.refusal()));
      case ValidatorException invalid -> invalid(invalid);
      case HttpException http -> problemOf(http);
      case null -> new ProblemException(kindOf(context.statusCode()));
      default -> new ProblemException(ProblemKind.FAULT);
    };
  }

  private static ProblemException problemOf(HttpException http) {
    return http.getCause() instanceof ValidatorException invalid
        ? invalid(invalid)
        : new ProblemException(kindOf(http.getStatusCode()));
  }

  private static ProblemException invalid(ValidatorException invalid) {
    return ProblemException.invalid(ValidationFaults.of(invalid));
  }

  private static ProblemKind kindOf(int status) {
    return switch (status) {
      case 400 -> ProblemKind.INVALID_REQUEST;
      case 401 -> ProblemKind.NOT_SIGNED_IN;
      case 403 -> ProblemKind.NOT_ALLOWED;
      case 404 -> ProblemKind.NOT_FOUND;
      case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
      case 413 -> ProblemKind.TOO_LARGE;
      case 415 -> ProblemKind.UNSUPPORTED_CONTENT;
      default -> ProblemKind.FAULT;
    };
  }
}
