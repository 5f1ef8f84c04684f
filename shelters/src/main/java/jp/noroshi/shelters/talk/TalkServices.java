package jp.noroshi.shelters.talk;

import java.time.InstantSource;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.Register;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.shelters.response.ResponseServices;

/**
 * Everything by which people outside the hall speak first: the talk on LINE, and reports.
 *
 * @param addresses where supporters and people are reached
 * @param contacts the same, as staff see it
 * @param gone takes out who left a medium
 * @param reports what residents report of themselves
 * @param inbox what LINE hands in
 * @param pages pages that were opened from a talk
 * @param supporters what stands behind the pages of supporters who chose the web
 * @param phone what is handed in about telephone calls
 * @param numbers who is telephoned under which number
 */
public record TalkServices(
    AddressBook addresses,
    ContactDesk contacts,
    GoneContacts gone,
    Reports reports,
    LineInbox inbox,
    TalkPages pages,
    SupporterPages supporters,
    PhoneInbox phone,
    PhoneNumbers numbers) {

  /**
   * What it stands on.
   *
   * @param cipher of the room {@link Reports#ROOM}
   * @param mainLanguage of who never said which they read
   */
  public record Stores(
      Database database,
      AddressBook addresses,
      TaskMessages messages,
      ResponseServices response,
      Subscribers subscribers,
      RoomCipher cipher,
      Recognition recognition,
      Register register,
      Supporters supporters,
      String mainLanguage) {}

  /** Opens the services of one mode. */
  public static TalkServices open(Stores stores, Mode mode, InstantSource clock) {
    TalkMessages messages = stores.messages().talk();
    GoneContacts gone = new GoneContacts(stores.database(), mode, clock);
    TalkTokens tokens = new TalkTokens(mode, clock);
    Reports reports =
        new Reports(
            new Reports.Parts(
                stores.database(),
                stores.cipher(),
                stores.recognition(),
                stores.addresses(),
                stores.response().answers(),
                tokens,
                mode,
                clock));
    TalkDesk desk =
        new TalkDesk(
            new TalkDesk.Parts(
                stores.addresses(),
                gone,
                messages,
                stores.response().pages(),
                reports,
                tokens,
                stores.subscribers(),
                stores.mainLanguage(),
                clock));
    return new TalkServices(
        stores.addresses(),
        new ContactDesk(stores.database(), stores.addresses(), gone, messages, mode, clock),
        gone,
        reports,
        new LineInbox(stores.database(), mode, clock, desk),
        new TalkPages(stores.database(), tokens, messages),
        new SupporterPages(
            new SupporterPages.Parts(
                stores.database(),
                stores.addresses(),
                stores.response().pages(),
                stores.response().answers()),
            mode,
            clock),
        new PhoneInbox(
            stores.database(),
            mode,
            clock,
            stores
                .messages()
                .phone(stores.response().answers(), stores.response().facilityAnswers(), clock)),
        new PhoneNumbers(
            stores.database(),
            stores.register(),
            stores.supporters(),
            new FacilityPhones(stores.database(), clock)));
  }
}
