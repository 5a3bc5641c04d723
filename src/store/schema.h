// The tables of a store, and how those of an older callmark become today's.
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/database.h"

// What today's schema is called in the file (PRAGMA user_version).
enum { SCHEMA_VERSION = 4 };

// Readies a file that was just opened: makes the tables where there are none, and brings
// older ones up to date. One that is damaged, newer, or of another program is an error of
// the database (EX_CONFIG), and is left as it was.
void schema_settle(Database *database);
// Brings it no further than to `version`: for tests of what comes after.
void schema_settle_to(Database *database, int version);

#endif
