/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-account-table.h"
#include "store/muster-store.h"

#define FIXTURE_PASSWORD "correct horse"

/** StoreFixture: a register of its own in a temporary folder, with the administrator "alex" signed in. */
typedef struct
{
  char *parent;
  char *folder;
  MusterSecret *recovery_key;
  MusterStore *store;
} StoreFixture;

void store_fixture_set_up (StoreFixture *fixture, gconstpointer data);
void store_fixture_tear_down (StoreFixture *fixture, gconstpointer data);
/** Adds an account with FIXTURE_PASSWORD. */
void store_fixture_add_account (StoreFixture *fixture, const char *name, MusterRole role);
/** Signs in a second time; the caller closes. */
MusterStore *store_fixture_open (StoreFixture *fixture, const char *name);
/** Adds an agency called @name, by a real operation of this store's account. */
gboolean store_fixture_add_agency (MusterStore *store, const char *name, GError **error);
/** Adds a person by a real operation. Returns: the id. */
gint64 store_fixture_add_person (MusterStore *store, const char *given_name, const char *family_name);
/** Returns: (transfer full): a connection that writes past the program, as whoever has the register key can make one. */
MusterDatabase *store_fixture_open_past_the_program (StoreFixture *fixture);
/**
 * One who has the register key and an own signing key writes an entry for @operation, with the changes that go with it, chained and hashed as it should be.
 * @tables: that @sql changes; @sql: (nullable): “NOW” in it is the moment of the entry, “SIGNER” the account
 */
void store_fixture_forge (StoreFixture *fixture, const char *operation, gint64 account_id, const char *role, MusterSecret *seed, MusterTable tables, const char *sql);
/** Removes a folder and all in it. */
void store_fixture_remove (const char *folder);
/** Copies the files of @folder into a new one, as a backup or a thief would. */
void store_fixture_copy (const char *folder, const char *copy);
