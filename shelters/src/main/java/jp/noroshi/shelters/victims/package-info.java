/**
 * Hands over who was at the shelters for a ledger of victims (被災者台帳, 災害対策基本法90条の3・90条の4): numbered,
 * to whom, what for, by which provision; without names wherever names are not needed.
 */
package jp.noroshi.shelters.victims;
