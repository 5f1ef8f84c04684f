/** Who may use the hub: accounts, roles, passwords, sessions, intake tokens. */
package jp.noroshi.opsconsole.auth;
