/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-account-table.h"

#include "store/muster-row-view.h"

static const char *const changes_sql =
  "SELECT c.before, c.after, e.time FROM journal_change c JOIN journal_entry e ON e.sequence = c.entry"
  " WHERE c.table_number = ?1 AND c.row_id <> ?2 AND c.before IS NOT NULL ORDER BY c.id";

static const char *const deeds_sql =
  "SELECT c.before, c.after, e.time, e.account_id, e.operation, c.row_id FROM journal_change c JOIN journal_entry e ON e.sequence = c.entry"
  " WHERE c.table_number = ?1 AND e.time <= ?2 ORDER BY c.id";

/* Role and state of the account in a row of the journal; %NULL where there is no row. */
static MusterAccount *
read_account (MusterStatement *statement, int column, const MusterTableShape *shape)
{
  g_autoptr (MusterAccount) account = muster_account_new ();
  gsize size;
  const guint8 *bytes = muster_statement_get_blob (statement, column, &size);
  g_autofree char *role = NULL;
  MusterRowView view;

  if (bytes == NULL || !muster_row_view_read (&view, shape, bytes, size))
    return NULL;
  role = muster_row_view_dup_text (&view, "role");
  account->disabled = !muster_role_from_code (role != NULL ? role : "", &account->role, NULL) || muster_row_view_get_int (&view, "disabled") != 0;
  return g_steal_pointer (&account);
}

/* Whether the account of a row of the journal could decide. */
static gboolean
could_decide (MusterStatement *statement, int column, const MusterTableShape *shape)
{
  g_autoptr (MusterAccount) account = read_account (statement, column, shape);

  return account != NULL && account->role == MUSTER_ROLE_ADMINISTRATOR && !account->disabled;
}

static gboolean
find_last_left (MusterStatement *statement, const MusterTableShape *shape, gint64 *last_left, GError **error)
{
  gboolean row;

  *last_left = 0;
  while (TRUE)
    {
      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (could_decide (statement, 0, shape) && !could_decide (statement, 1, shape))
        *last_left = MAX (*last_left, muster_statement_get_int (statement, 2));
    }
}

gboolean
muster_account_table_find_others (MusterDatabase *database, gint64 account_id, MusterOtherAdministrators *others, GError **error)
{
  int n = muster_account_table_count_administrators (database, account_id, error);
  g_autoptr (MusterStatement) statement = n >= 0 ? muster_database_prepare (database, changes_sql, error) : NULL;
  MusterTableShape shape;
  gboolean found;

  if (statement == NULL || !muster_table_shape_load (database, muster_table_get_name (MUSTER_TABLE_ACCOUNT), &shape, error))
    return FALSE;
  muster_statement_bind_int (statement, 1, muster_table_get_number (MUSTER_TABLE_ACCOUNT));
  muster_statement_bind_int (statement, 2, account_id);
  found = find_last_left (statement, &shape, &others->last_left, error);
  muster_table_shape_clear (&shape);
  others->n = n;
  return found;
}

static gboolean
gather_deeds (MusterStatement *statement, const MusterTableShape *shape, GArray *deeds, GError **error)
{
  gboolean row;

  while (TRUE)
    {
      MusterAccountDeed deed;
      g_autoptr (MusterAccount) before = NULL, after = NULL;

      if (!muster_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      before = read_account (statement, 0, shape);
      after = read_account (statement, 1, shape);
      deed.time = muster_statement_get_int (statement, 2);
      deed.by = muster_statement_get_int (statement, 3);
      deed.account = muster_statement_get_int (statement, 5);
      if (after != NULL && muster_account_deed_find (muster_statement_get_text (statement, 4), before, after, &deed.kind))
        g_array_append_val (deeds, deed);
    }
}

/* What was done to all accounts until @until. */
static GArray *
list_deeds (MusterDatabase *database, gint64 until, GError **error)
{
  g_autoptr (MusterStatement) statement = muster_database_prepare (database, deeds_sql, error);
  g_autoptr (GArray) deeds = g_array_new (FALSE, FALSE, sizeof (MusterAccountDeed));
  MusterTableShape shape;
  gboolean done;

  if (statement == NULL || !muster_table_shape_load (database, muster_table_get_name (MUSTER_TABLE_ACCOUNT), &shape, error))
    return NULL;
  muster_statement_bind_int (statement, 1, muster_table_get_number (MUSTER_TABLE_ACCOUNT));
  muster_statement_bind_int (statement, 2, until);
  done = gather_deeds (statement, &shape, deeds, error);
  muster_table_shape_clear (&shape);
  return done ? g_steal_pointer (&deeds) : NULL;
}

/* What ties between accounts are found in. */
typedef struct
{
  GPtrArray *accounts;
  GArray *deeds;
} Ties;

static void
ties_clear (Ties *ties)
{
  g_clear_pointer (&ties->accounts, g_ptr_array_unref);
  g_clear_pointer (&ties->deeds, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ties, ties_clear)

static gboolean
ties_load (Ties *ties, MusterDatabase *database, gint64 until, GError **error)
{
  ties->accounts = muster_account_table_list (database, error);
  ties->deeds = ties->accounts != NULL ? list_deeds (database, until != 0 ? until : G_MAXINT64, error) : NULL;
  return ties->deeds != NULL;
}

/* Returns: (transfer full) (nullable): what ties @second to @first, who had done their part at @at. */
static char *
ties_dup_text (const Ties *ties, MusterTieTo to, gint64 second, gint64 first, gint64 at)
{
  for (guint i = 0; i < ties->accounts->len; i++)
    {
      const MusterAccount *account = ties->accounts->pdata[i];

      if (account->id == second)
        return muster_decider_dup_tie_to_text (to, muster_decider_find_ties (ties->accounts, ties->deeds, second, first, at), account->name);
    }
  return NULL;
}

/* Takes @text (nullable). */
static void
add_once (GPtrArray *texts, char *text)
{
  if (text == NULL || g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

static gint64
get_moment (const GDate *day)
{
  g_autoptr (GDateTime) moment = g_date_valid (day) ? g_date_time_new_utc (g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0, 0, 0) : NULL;

  return moment != NULL ? g_date_time_to_unix (moment) * G_USEC_PER_SEC : 0;
}

static void
add_follow_up (const Ties *ties, const MusterCorrectiveAction *action, const MusterFollowUp *follow_up, GPtrArray *texts)
{
  if (follow_up->kind == MUSTER_FOLLOW_UP_EXTENSION && follow_up->state == MUSTER_FOLLOW_UP_APPROVED)
    add_once (texts, ties_dup_text (ties, MUSTER_TIE_TO_ASKER, follow_up->settled_account, follow_up->account_id, follow_up->recorded));
  if (follow_up->kind != MUSTER_FOLLOW_UP_CHECK || follow_up->state != MUSTER_FOLLOW_UP_PASSED)
    return;
  for (guint i = 0; i < MIN (action->steps->len, follow_up->n_steps); i++)
    {
      const MusterActionStep *step = action->steps->pdata[i];

      add_once (texts, ties_dup_text (ties, MUSTER_TIE_TO_CHECKED, follow_up->settled_account, step->done_account, get_moment (&step->done_on)));
    }
}

GStrv
muster_account_table_list_action_ties (MusterDatabase *database, const MusterCorrectiveAction *action, GError **error)
{
  g_auto (Ties) ties = { 0 };
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  if (!ties_load (&ties, database, 0, error))
    return NULL;
  for (guint i = 0; i < action->steps->len; i++)
    {
      const MusterActionStep *step = action->steps->pdata[i];

      add_once (texts, ties_dup_text (&ties, MUSTER_TIE_TO_DOER, step->verified_account, step->done_account, get_moment (&step->done_on)));
    }
  for (guint i = 0; i < action->follow_ups->len; i++)
    add_follow_up (&ties, action, action->follow_ups->pdata[i], texts);
  g_ptr_array_add (texts, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

gboolean
muster_account_table_dup_review_ties (MusterDatabase *database, const MusterReview *review, const MusterDecision *decision, char **text, GError **error)
{
  g_auto (Ties) ties = { 0 };
  g_autofree char *to_proposer = NULL, *to_decider = NULL;

  *text = NULL;
  if (review->decider == 0)
    return TRUE;
  if (!muster_account_table_dup_ties (database, decision, review->decider, &to_proposer, error) || !ties_load (&ties, database, review->decided_at, error))
    return FALSE;
  if (decision->decider != decision->proposer)
    to_decider = ties_dup_text (&ties, MUSTER_TIE_TO_REVIEWED, review->decider, decision->decider, decision->decided_at);
  if (to_proposer != NULL && to_decider != NULL)
    *text = g_strjoin (" ", to_proposer, to_decider, NULL);
  else if (to_proposer != NULL)
    *text = g_steal_pointer (&to_proposer);
  else
    *text = g_steal_pointer (&to_decider);
  return TRUE;
}

gboolean
muster_account_table_dup_ties (MusterDatabase *database, const MusterDecision *decision, gint64 decider, char **text, GError **error)
{
  g_autoptr (MusterAccount) account = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GArray) deeds = NULL;

  *text = NULL;
  if (decider == 0 || decider == decision->proposer || decision->state == MUSTER_DECISION_REFUSED || decision->state == MUSTER_DECISION_TAKEN_BACK)
    return TRUE;
  account = muster_account_table_load (database, decider, error);
  accounts = account != NULL ? muster_account_table_list (database, error) : NULL;
  deeds = accounts != NULL ? list_deeds (database, decision->decided_at != 0 ? decision->decided_at : G_MAXINT64, error) : NULL;
  if (deeds == NULL)
    return FALSE;
  *text = muster_decider_dup_ties_text (muster_decider_find_ties (accounts, deeds, decider, decision->proposer, decision->proposed_at), account->name);
  return TRUE;
}
