/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "domain/muster-account.h"
#include "store/muster-database.h"

/*
 * What is closed to an account is not there, on the connections by which it reads: each table that tells of cases is covered by a view of the same name that
 * leaves out the rows of closed ones, so that no list, count, page, report or bundle can forget to ask. Where the truth is needed whatever may be seen (the answer
 * whether somebody may assist, verification, the journal’s own chain), queries say “main.corrective_action”. On a connection that writes cases the tables
 * themselves are needed: there every change of a closed case is refused.
 *
 * Nobody changes what the register says of themselves either: their record, and the cases about them, open to them or not. That is refused there, too.
 *
 * Where nothing is closed to the account and it is nobody of the roster there are no views and no guards, and nothing costs anything.
 */

typedef enum
{
  MUSTER_CASE_FILTER_NONE,   /* everything is shown, and may be changed */
  MUSTER_CASE_FILTER_SHOWS,  /* only what is open is shown */
  MUSTER_CASE_FILTER_GUARDS, /* everything is shown, and only what is open may be changed */
} MusterCaseFilterMode;

/** Registers the functions that views and triggers call on this connection. */
gboolean muster_case_filter_query_attach (MusterDatabase *database, GError **error);

/**
 * Has @database show, or guard, what is open to @account (%NULL with MUSTER_CASE_FILTER_NONE). What the register says of that is looked at anew where it may have
 * changed. Not while a statement is being stepped.
 */
gboolean muster_case_filter_query_set (MusterDatabase *database, const MusterAccount *account, MusterCaseFilterMode mode, GError **error);

/** What a guard of @database refused, as a person is told: the same as where there is nothing, or that it is their own. Returns: %FALSE. */
gboolean muster_case_filter_query_fail (MusterDatabase *database, GError **error);

/** Sets @is to whether the account that @database reads or writes for is that person, by any name they ever had; without an account it is nobody. */
gboolean muster_case_filter_query_is_own (MusterDatabase *database, gint64 assister_id, gboolean *is, GError **error);
/** Refuses what that account would have the register say of themselves. MUSTER_ERROR_RULE. */
gboolean muster_case_filter_query_check_own (MusterDatabase *database, gint64 assister_id, GError **error);
/** Returns: (transfer full) (element-type gint64): all whom that account is, by any name. Takes a while in a big register. */
GArray *muster_case_filter_query_list_own (MusterDatabase *database, GError **error);
