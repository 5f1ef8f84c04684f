package jp.noroshi.opsconsole.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;

/** The page's templates, style and script; everything is in the page itself. Thread-safe. */
final class PageTemplates {

  private final Template page;
  private final Template now;
  private final Template unknown;
  private final Template way;
  private final Template preregistration;
  private final Template answer;
  private final Template safety;
  private final Template facility;
  private final Template supporter;
  private final Template supporterNow;
  private final String policy;

  PageTemplates() {
    Mustache.Compiler compiler =
        Mustache.compiler()
            .escapeHTML(true)
            .withCollector(new OptionalsAsLists())
            .withLoader(name -> new StringReader(text(name)));
    page = compiler.compile(text("page.html"));
    now = compiler.compile(text("now.html"));
    unknown = compiler.compile(text("unknown.html"));
    way = compiler.compile(text("way.html"));
    preregistration = compiler.compile(text("preregister.html"));
    answer = compiler.compile(text("answer.html"));
    safety = compiler.compile(text("safety.html"));
    facility = compiler.compile(text("facility.html"));
    supporter = compiler.compile(text("supporter.html"));
    supporterNow = compiler.compile(text("supporter-now.html"));
    policy =
        "default-src 'none'; connect-src 'self'; style-src '%s'; script-src '%s' '%s' '%s' '%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
            .formatted(
                hash("page.css"),
                hash("page.js"),
                hash("way.js"),
                hash("where.js"),
                hash("supporter.js"));
  }

  /** Returns the content security policy: this style, this script, nothing else. */
  String policy() {
    return policy;
  }

  /** Writes the page, or only the part of it that changes. */
  String write(PageModel model, boolean part) {
    return (part ? now : page).execute(model);
  }

  /** Writes the page that says that nothing is known. */
  String writeUnknown(Map<String, String> words) {
    return unknown.execute(words);
  }

  /** Writes the page of somebody's way. */
  String writeWay(WayModel model) {
    return way.execute(model);
  }

  /** Returns the same policy for a page with a form that is sent to the hub. */
  String policyWithForm() {
    return policy.replace("form-action 'none'", "form-action 'self'");
  }

  /** Writes the page of pre-registration. */
  String writePreregistration(PreregistrationModel model) {
    return preregistration.execute(model);
  }

  /** Writes an answer page. */
  String writeAnswer(AnswerModel model) {
    return answer.execute(model);
  }

  /** Writes the page of reports. */
  String writeSafety(SafetyModel model) {
    return safety.execute(model);
  }

  /** Writes the page of a facility. */
  String writeFacility(FacilityModel model) {
    return facility.execute(model);
  }

  /** Writes the page of a supporter, or only the part of it that changes. */
  String writeSupporter(SupporterModel model, boolean part) {
    return (part ? supporterNow : supporter).execute(model);
  }

  /** Sets the headers of a page that is for one reader and never kept. */
  HttpServerResponse headOfForm(RoutingContext context) {
    return context
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", policyWithForm())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-store");
  }

  /** Returns what a content security policy calls a file of the page. */
  static String hash(String name) {
    byte[] digest = Digest.sha256(text(name).getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  /** Returns a file of the residents' pages. */
  static String text(String name) {
    try (InputStream in = PageTemplates.class.getResourceAsStream("/residents/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
