/** The database: pool, migrations, a private PostgreSQL. */
package jp.noroshi.core.storage;
