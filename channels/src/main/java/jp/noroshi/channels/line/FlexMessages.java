package jp.noroshi.channels.line;

import com.linecorp.bot.messaging.model.FlexBlockStyle;
import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexBubbleStyles;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexComponent;
import com.linecorp.bot.messaging.model.FlexMessage;
import com.linecorp.bot.messaging.model.FlexText;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.URIAction;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.noroshi.channels.Texts;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Rendering;

/**
 * Makes a Flex bubble of a rendering. The same rendering always makes the same bytes: LINE wants a
 * retry key to come with the body it came with first.
 *
 * <p>Colour never carries the level alone: number, name and a shape of its own stand beside it.
 */
public final class FlexMessages {

  /** In bytes: LINE takes 30 KB of JSON, of which the bubble around the texts is about 2 KB. */
  private static final int LONGEST_BODY = 24_000;

  private static final int LONGEST_TITLE = 1_200;
  private static final int LONGEST_ALT_TEXT = 1_500;
  private static final int LONGEST_LINK = 1_000;

  private FlexMessages() {}

  /** Makes the message. */
  public static FlexMessage of(Rendering.Line line) {
    LevelLook look = LevelLook.of(line.level());
    FlexBubble bubble =
        new FlexBubble.Builder()
            .size(FlexBubble.Size.MEGA)
            .styles(new FlexBubbleStyles(background(look.background()), null, null, null))
            .header(header(line, look))
            .body(body(line))
            .footer(footer(line).orElse(null))
            .build();
    return new FlexMessage(Texts.shorten(line.altText(), LONGEST_ALT_TEXT), bubble);
  }

  private static FlexBlockStyle background(String colour) {
    return new FlexBlockStyle(colour, null, null);
  }

  private static FlexBox header(Rendering.Line line, LevelLook look) {
    List<FlexComponent> lines = new ArrayList<>();
    if (line.mode() == Mode.DRILL) {
      lines.add(drillBand(line.language()));
    }
    look.mark().ifPresent(mark -> lines.add(level(mark.label(line.language()), look)));
    lines.add(
        text(Texts.shortenToBytes(line.title(), LONGEST_TITLE))
            .weight(FlexText.Weight.BOLD)
            .size("xl")
            .color(look.foreground())
            .build());
    return box(lines);
  }

  /** Hatching in characters: it stays where colours and images are switched off. */
  private static FlexComponent drillBand(String language) {
    String words = language.startsWith("ja") ? "これは訓練です" : "THIS IS A DRILL";
    FlexText band =
        text("▨▨ " + words + " ▨▨")
            .weight(FlexText.Weight.BOLD)
            .align(FlexText.Align.CENTER)
            .color("#000000")
            .build();
    return new FlexBox.Builder(FlexBox.Layout.VERTICAL, List.of(band))
        .backgroundColor("#FFFFFF")
        .borderColor("#000000")
        .borderWidth("medium")
        .paddingAll("sm")
        .build();
  }

  private static FlexText level(String label, LevelLook look) {
    return text(label).weight(FlexText.Weight.BOLD).color(look.foreground()).build();
  }

  private static FlexBox body(Rendering.Line line) {
    return box(List.of(text(Texts.shortenToBytes(line.body(), LONGEST_BODY)).build()));
  }

  /** A link LINE would refuse is left out: better an alert without a button than none. */
  private static Optional<URI> findLink(String link) {
    try {
      URI uri = new URI(link);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web && link.length() <= LONGEST_LINK ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static Optional<FlexBox> footer(Rendering.Line line) {
    List<FlexComponent> buttons = new ArrayList<>();
    line.choices().forEach(choice -> buttons.add(answer(choice)));
    findLink(line.link()).ifPresent(link -> buttons.add(more(line.language(), link)));
    return buttons.isEmpty() ? Optional.empty() : Optional.of(box(buttons));
  }

  private static FlexComponent answer(Rendering.Line.Choice choice) {
    PostbackAction action =
        new PostbackAction.Builder()
            .label(choice.label())
            .data(choice.data())
            .displayText(choice.label())
            .build();
    return new FlexButton.Builder(action).style(FlexButton.Style.PRIMARY).build();
  }

  private static FlexComponent more(String language, URI link) {
    String label = language.startsWith("ja") ? "くわしく見る" : "More information";
    return new FlexButton.Builder(new URIAction(label, link, null))
        .style(FlexButton.Style.SECONDARY)
        .build();
  }

  private static FlexBox box(List<FlexComponent> contents) {
    return new FlexBox.Builder(FlexBox.Layout.VERTICAL, contents).spacing("sm").build();
  }

  private static FlexText.Builder text(String text) {
    return new FlexText.Builder().text(text.isBlank() ? "―" : text).wrap(true).scaling(true);
  }
}
