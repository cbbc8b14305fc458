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

/** The one row about the register itself. */
gboolean muster_register_table_insert (MusterDatabase *database, const char *id, const char *agency, gboolean practice, gint64 created, GError **error);
/** Gives an account another public key. */
gboolean muster_register_table_replace_key (MusterDatabase *database, gint64 account_id, GBytes *public_key, GError **error);
