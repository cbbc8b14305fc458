/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-database.h"
#include "store/muster-register.h"

#define MUSTER_REGISTER_DATABASE "register.db"
/* The account that the recovery key signs as. */
#define MUSTER_RECOVERY_ACCOUNT "recovery"

/** Returns: (transfer full): the name of the register at @folder as people read it: without ".muster". */
char *muster_register_dup_name (const char *folder);

/**
 * muster_register_scratch_make:
 *
 * Makes a hidden folder in @parent in which a register can be made before it is moved to its place, and sets @lock to a file that keeps
 * muster_register_scratch_clean() away from it until it is closed.
 *
 * Returns: (transfer full) (nullable): the folder; %NULL with @failure, an errno.
 */
char *muster_register_scratch_make (const char *parent, int *lock, int *failure);
/** Removes @scratch with the files in it. */
void muster_register_scratch_remove (const char *scratch);
/** Removes from @parent what programs that were killed while they made a register have left there: their folders, as long as nothing else is in them. */
void muster_register_scratch_clean (const char *parent);

/** Brings a register that an older Muster wrote up to date; before that a copy of it is kept among its backups. */
gboolean muster_register_upgrade (MusterDatabase *database, const char *folder, MusterSecret *key, GError **error);

/** The one row about the register itself. */
gboolean muster_register_table_insert (MusterDatabase *database, const char *id, const char *agency, gboolean practice, gint64 created, GError **error);
/** Gives an account another public key. */
gboolean muster_register_table_replace_key (MusterDatabase *database, gint64 account_id, GBytes *public_key, GError **error);
