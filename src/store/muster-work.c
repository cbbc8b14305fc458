/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-work-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "domain/muster-text-limit.h"
#include "domain/muster-text.h"
#include "store/muster-account-table.h"
#include "store/muster-case-filter-query.h"
#include "store/muster-journal-private.h"
#include "store/muster-people-table-private.h"
#include "store/muster-schema-check-private.h"
#include "store/muster-snapshot-private.h"
#include "store/muster-work-texts.h"

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

static gint64 time_for_tests;

gint64
muster_store_get_time (void)
{
  return time_for_tests != 0 ? time_for_tests : g_get_real_time ();
}

void
muster_store_set_time_for_tests (MusterStore *self, gint64 time)
{
  time_for_tests = time;
}

static void
work_clear (MusterWork *work)
{
  g_clear_pointer (&work->account, muster_account_free);
  g_clear_pointer (&work->subject, g_free);
  g_clear_pointer (&work->reason, g_free);
  g_clear_pointer (&work->snapshot, muster_snapshot_abandon);
  g_clear_pointer (&work->keys_before, muster_keys_free);
  if (work->detail != NULL)
    g_string_free (g_steal_pointer (&work->detail), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MusterWork, work_clear)

static void
work_init (MusterWork *work, MusterStore *store, GCancellable *cancellable)
{
  work->store = store;
  work->database = store->writer;
  work->cancellable = cancellable;
  work->time = muster_store_get_time ();
  work->detail = g_string_new (NULL);
  muster_date_set_time (&work->today, work->time);
}

/* The role counts that the register holds now: another program may have changed it since the sign-in. */
static gboolean
check_permission (MusterWork *work, const MusterOperationRule *rule, GError **error)
{
  work->account = muster_account_table_load (work->database, work->store->account->id, error);
  if (work->account == NULL)
    return FALSE;
  if (work->account->disabled)
    {
      g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("The account “%s” has been disabled. Nothing was changed."), work->account->name);
      return FALSE;
    }
  if (muster_role_may (work->account->role, rule->permission))
    return TRUE;
  g_set_error (error, MUSTER_ERROR, MUSTER_ERROR_FORBIDDEN, _("Your role, %s, does not allow you to %s. Nothing was changed."), muster_role_get_label (work->account->role),
               muster_permission_get_label (rule->permission));
  return FALSE;
}

/* Of two copies that both go on neither would be the register any more. */
static gboolean
check_copy (MusterWork *work, const MusterOperationRule *rule, GError **error)
{
  if (!muster_store_is_other_copy (work->store) || strcmp (rule->name, "accept-copy") == 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT,
                       _("This is an older or another copy of the register than the one this computer saw last, so it is only read. Bring the newer one back; or, if this copy is meant, an "
                          "administrator accepts it: below in the window, or with “musterctl accept-copy”. Nothing was changed."));
  return FALSE;
}

static gboolean
write_entry (MusterWork *work, const MusterOperationRule *rule, GError **error)
{
  MusterJournalHead head = {
    .time = work->time,
    .account_id = work->account->id,
    .role = muster_role_to_code (work->account->role),
    .operation = rule->name,
    .subject = work->subject,
    .reason = work->reason,
    .detail = work->detail->len > 0 ? work->detail->str : NULL,
  };

  gint64 sequence;

  return muster_text_limit_check_reason (rule->name, work->reason, error) && muster_people_table_flush_search (work->database, error) &&
         muster_journal_finish (work->database, &head, work->store->signing_seed, &sequence, error) && muster_work_texts_check (work->database, rule, sequence, error);
}

/* Before the commit: what is copied is what was there before. */
static gboolean
finish_snapshot (MusterWork *work, GError **error)
{
  if (work->snapshot == NULL)
    return TRUE;
  while (!muster_snapshot_wait (work->snapshot, PROGRESS_INTERVAL))
    if (!muster_work_progress (work, work->progress_fraction, _("Keeping a copy of the register"), error))
      return FALSE;
  return muster_snapshot_finish (g_steal_pointer (&work->snapshot), error);
}

/* What only records reads as its account does; what writes needs the tables themselves. */
static MusterCaseFilterMode
get_filter (const MusterOperationRule *rule)
{
  return rule->tables == 0 ? MUSTER_CASE_FILTER_SHOWS : MUSTER_CASE_FILTER_GUARDS;
}

static gboolean
perform (MusterWork *work, const MusterOperation *operation, const MusterOperationRule *rule, gconstpointer input, gpointer output, GError **error)
{
  if (!check_permission (work, rule, error) || !check_copy (work, rule, error))
    return FALSE;
  /* Once nobody else can plant anything any more that would write under this signature. */
  if (!muster_schema_check (work->database, NULL, error) || !muster_case_filter_query_set (work->database, work->account, get_filter (rule), error) || !muster_journal_begin (work->database, rule, error))
    return FALSE;
  if (!operation->perform (work, input, output, error))
    {
      g_assert (error == NULL || *error != NULL);
      return FALSE;
    }
  if (work->nothing_done)
    return muster_journal_abandon (work->database, error);
  if (operation->snapshot != NULL && muster_work_keep_snapshot (work, error) == NULL)
    return FALSE;
  return write_entry (work, rule, error) && finish_snapshot (work, error);
}

/* Whatever failed, the register and its keys are as they were. */
static void
take_back (MusterWork *work)
{
  muster_journal_abandon (work->database, NULL);
  muster_database_rollback (work->database);
  if (work->keys_before != NULL)
    muster_keys_save (work->keys_before, work->store->folder, NULL);
}

gboolean
muster_runner_run (MusterStore *self, const MusterOperation *operation, gconstpointer input, gpointer output, GCancellable *cancellable, GError **error)
{
  const MusterOperationRule *rule = muster_operation_rule_find (operation->name);
  g_auto (MusterWork) work = { 0 };

  g_assert (rule != NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  work_init (&work, self, cancellable);
  work.snapshot_word = operation->snapshot;
  if (!muster_database_begin (self->writer, error))
    return FALSE;
  if (!perform (&work, operation, rule, input, output, error) || !muster_database_commit (self->writer, error))
    {
      take_back (&work);
      muster_case_filter_query_set (self->writer, NULL, MUSTER_CASE_FILTER_NONE, NULL);
      return FALSE;
    }
  /* What is done is done; where this fails the next operation does it. */
  muster_case_filter_query_set (self->writer, NULL, MUSTER_CASE_FILTER_NONE, NULL);
  if (work.accepts_copy)
    g_atomic_int_set (&self->accepted, TRUE);
  if (!work.nothing_done)
    self->anchor_is_old = TRUE;
  return TRUE;
}

MusterDatabase *
muster_work_get_database (MusterWork *work)
{
  return work->database;
}

const MusterAccount *
muster_work_get_account (MusterWork *work)
{
  return work->account;
}

const char *
muster_work_get_agency (MusterWork *work)
{
  return work->store->agency;
}

gboolean
muster_work_is_practice (MusterWork *work)
{
  return work->store->practice;
}

gint64
muster_work_get_time (MusterWork *work)
{
  return work->time;
}

const GDate *
muster_work_get_today (MusterWork *work)
{
  return &work->today;
}

void
muster_work_set_subject (MusterWork *work, const char *subject)
{
  g_set_str (&work->subject, subject);
}

void
muster_work_set_reason (MusterWork *work, const char *reason)
{
  g_set_str (&work->reason, muster_text_is_blank (reason) ? NULL : reason);
}

/* One line a detail, whatever the value holds. */
void
muster_work_add_detail (MusterWork *work, const char *key, const char *value)
{
  g_auto (GStrv) lines = g_strsplit_set (value, "\r\n", -1);
  g_autofree char *joined = g_strjoinv (" ", lines);

  g_string_append_printf (work->detail, "%s%s=%s", work->detail->len > 0 ? "\n" : "", key, joined);
}

const char *
muster_work_keep_snapshot (MusterWork *work, GError **error)
{
  const MusterSnapshotRequest request = {
    .folder = work->store->folder,
    .key = work->store->register_key,
    .why = work->snapshot_word,
    .time = work->time,
  };

  g_assert (work->snapshot_word != NULL);
  if (work->snapshot == NULL)
    work->snapshot = muster_snapshot_begin (&request, error);
  return work->snapshot != NULL ? muster_snapshot_get_name (work->snapshot) : NULL;
}

gboolean
muster_work_progress (MusterWork *work, double fraction, const char *text, GError **error)
{
  gint64 now = g_get_monotonic_time ();

  if (g_cancellable_is_cancelled (work->cancellable))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled. Nothing was changed."));
      return FALSE;
    }
  if (now - work->progress_time >= PROGRESS_INTERVAL)
    {
      work->progress_time = now;
      work->progress_fraction = fraction;
      muster_store_emit_progress (work->store, fraction, text);
    }
  return TRUE;
}

void
muster_work_set_nothing_done (MusterWork *work)
{
  work->nothing_done = TRUE;
}

gboolean
muster_work_accept_copy (MusterWork *work, GError **error)
{
  work->accepts_copy = muster_store_is_other_copy (work->store);
  if (work->accepts_copy)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("There is nothing to accept: this is the copy of the register that this computer saw last."));
  return FALSE;
}
