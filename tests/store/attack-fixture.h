/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-fixture.h"
#include "store/muster-database-private.h"
#include "store/muster-verify.h"

/* Whoever holds the register key, and perhaps a key to sign with, writes to the database past the program. */

/** Writes @sql where nothing captures it, and leaves the triggers as they were. */
void attack_write (StoreFixture *fixture, const char *sql);

/**
 * Writes an entry of @operation, signed by @signer with the own key and in the own role, with the changes that @sql makes, chained and hashed as it should
 * be. "NOW" and "SIGNER" in @sql: see store_fixture_forge().
 */
void attack_forge (StoreFixture *fixture, const char *signer, const char *operation, const char *sql);
/** The same, but the entry says that it is another account's, or of another role, than the key it is signed with. */
void attack_forge_as (StoreFixture *fixture, const char *signer, gint64 account_id, const char *role, const char *operation, const char *sql);

/** Destroys what the journal holds of changes of a row, as if under a retention schedule: content and salt go, the digest stays. */
void attack_dispose (StoreFixture *fixture, const char *table, gint64 row_id);

/** Verifies the whole. */
MusterVerification *attack_verify (MusterStore *store, const char *checkpoint);

/** Tries each attack, told its number, on a copy of its own, with "alex" signed in. Returns: how many were found. */
guint attack_try_each (StoreFixture *fixture, guint n_attacks, gboolean (*attack) (StoreFixture *, guint));
