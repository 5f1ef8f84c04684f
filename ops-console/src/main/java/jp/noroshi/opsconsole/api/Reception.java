package jp.noroshi.opsconsole.api;

import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.inquiry.Inquiries;
import jp.noroshi.shelters.tally.LiveTally;
import jp.noroshi.shelters.tally.TallyHistory;
import jp.noroshi.shelters.victims.VictimExports;

/**
 * What the operations of check-in work with.
 *
 * @param checkin takes events in and hands them out
 * @param stays who is where now
 * @param tally how many that are
 * @param history how many there were
 * @param inquiries who asked after whom
 * @param victimExports what was handed over for a ledger of victims
 */
public record Reception(
    Checkin checkin,
    LiveStays stays,
    LiveTally tally,
    TallyHistory history,
    Inquiries inquiries,
    VictimExports victimExports) {}
