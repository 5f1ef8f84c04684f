package jp.noroshi.opsconsole.api;

import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.inquiry.Inquiries;
import jp.noroshi.shelters.tally.LiveTally;
import jp.noroshi.shelters.tally.TallyHistory;

/**
 * What the operations of check-in work with.
 *
 * @param checkin takes events in and hands them out
 * @param stays who is where now
 * @param tally how many that are
 * @param history how many there were
 * @param inquiries who asked after whom
 */
public record Reception(
    Checkin checkin, LiveStays stays, LiveTally tally, TallyHistory history, Inquiries inquiries) {}
