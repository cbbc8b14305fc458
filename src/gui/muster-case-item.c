/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-item.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "store/muster-cases-table.h"

#define WEEK_DAYS 7
#define CLOSED_DAYS 90

struct _MusterCaseItem
{
  GObject parent_instance;

  MusterCorrectiveAction *action;
  MusterDecision *decision;
  char *person;
  char *proposer; /* of a decision */
  char *words; /* folded */
  GDate today;
};

G_DEFINE_FINAL_TYPE (MusterCaseItem, muster_case_item, G_TYPE_OBJECT)

static void
muster_case_item_finalize (GObject *object)
{
  MusterCaseItem *self = MUSTER_CASE_ITEM (object);

  muster_corrective_action_free (self->action);
  muster_decision_free (self->decision);
  g_free (self->person);
  g_free (self->proposer);
  g_free (self->words);
  G_OBJECT_CLASS (muster_case_item_parent_class)->finalize (object);
}

static void
muster_case_item_class_init (MusterCaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_case_item_finalize;
}

static void
muster_case_item_init (MusterCaseItem *self)
{
}

static MusterCaseItem *
item_new (const char *number, const char *person, const char *text, const GDate *today)
{
  MusterCaseItem *self = g_object_new (MUSTER_TYPE_CASE_ITEM, NULL);
  g_autofree char *words = g_strdup_printf ("%s %s %s", number, person, text);

  self->person = g_strdup (person);
  self->words = muster_text_fold (words);
  self->today = *today;
  return self;
}

MusterCaseItem *
muster_case_item_new_action (MusterCorrectiveAction *action, const char *person, const GDate *today)
{
  MusterCaseItem *self = item_new (action->number, person, action->finding, today);

  self->action = action;
  return self;
}

MusterCaseItem *
muster_case_item_new_decision (MusterDecision *decision, const char *person, const char *proposer, const GDate *today)
{
  g_autofree char *text = g_strdup_printf ("%s %s", decision->reason, proposer);
  MusterCaseItem *self = item_new (decision->number, person, text, today);

  self->proposer = g_strdup (proposer);
  self->decision = decision;
  return self;
}

static GPtrArray *
list_cases (MusterDatabase *database, gboolean decisions, GError **error)
{
  MusterActionFilter action_filter = { 0 };
  MusterDecisionFilter decision_filter = { 0 };

  if (decisions)
    return muster_decision_table_list (database, &decision_filter, error);
  return muster_action_table_list (database, &action_filter, error);
}

/* Takes @record. */
static MusterCaseItem *
make_item (MusterDatabase *database, gboolean decisions, gpointer record, const GDate *today)
{
  MusterDecision *decision = decisions ? record : NULL;
  gint64 id = decision != NULL ? decision->assister_id : ((MusterCorrectiveAction *) record)->assister_id;
  g_autofree char *person = muster_gui_names_dup_person (database, id);
  g_autofree char *proposer = decision != NULL ? muster_gui_names_dup_account (database, decision->proposer) : NULL;

  return decision != NULL ? muster_case_item_new_decision (decision, person, proposer, today) : muster_case_item_new_action (record, person, today);
}

GPtrArray *
muster_case_item_list (MusterStore *store, gboolean decisions, GError **error)
{
  MusterDatabase *database = muster_store_read (store, error);
  g_autoptr (GPtrArray) cases = NULL;
  GPtrArray *items;
  GDate today;

  if (database == NULL)
    return NULL;
  muster_gui_text_get_today (&today);
  cases = list_cases (database, decisions, error);
  items = cases != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;
  /* The items take the records over. */
  if (cases != NULL)
    g_ptr_array_set_free_func (cases, NULL);
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    g_ptr_array_add (items, make_item (database, decisions, cases->pdata[i], &today));
  muster_store_read_done (store, database);
  return items;
}

gint64
muster_case_item_get_id (MusterCaseItem *self)
{
  return self->action != NULL ? self->action->id : self->decision->id;
}

const char *
muster_case_item_get_number (MusterCaseItem *self)
{
  return self->action != NULL ? self->action->number : self->decision->number;
}

const char *
muster_case_item_get_person (MusterCaseItem *self)
{
  return self->person;
}

const MusterCorrectiveAction *
muster_case_item_get_action (MusterCaseItem *self)
{
  return self->action;
}

const MusterDecision *
muster_case_item_get_decision (MusterCaseItem *self)
{
  return self->decision;
}

char *
muster_case_item_dup_detail (MusterCaseItem *self)
{
  g_autofree char *text = NULL;

  if (self->action != NULL)
    {
      text = self->action->state == MUSTER_ACTION_OPEN ? muster_gui_text_dup_date_and_due (&self->action->due, &self->today) : muster_gui_text_dup_date (&self->action->closed);
      return g_strdup_printf ("%s · %s", muster_severity_get_label (self->action->severity), text);
    }
  text = muster_gui_text_dup_types (self->decision->types);
  return g_strdup_printf ("%s · %s", muster_decision_kind_get_label (self->decision->kind), text);
}

char *
muster_case_item_dup_origin (MusterCaseItem *self)
{
  g_autofree char *day = NULL;

  if (self->decision == NULL)
    return NULL;
  day = muster_gui_text_dup_day (self->decision->proposed_at);
  /* Translators: a day, and the name of who proposed it then */
  return g_strdup_printf (_("Proposed %s by %s"), day, self->proposer);
}

const GDate *
muster_case_item_get_today (MusterCaseItem *self)
{
  return &self->today;
}

static gboolean
is_action_in (MusterCaseItem *self, MusterCaseTile tile)
{
  const MusterCorrectiveAction *action = self->action;
  gboolean is_open = action->state == MUSTER_ACTION_OPEN;
  int days_left = g_date_days_between (&self->today, &action->due);

  if (tile == MUSTER_CASE_TILE_OPEN)
    return is_open;
  if (tile == MUSTER_CASE_TILE_OVERDUE)
    return muster_corrective_action_is_overdue (action, &self->today);
  if (tile == MUSTER_CASE_TILE_WEEK)
    return is_open && days_left >= 0 && days_left < WEEK_DAYS;
  if (tile == MUSTER_CASE_TILE_CLOSED)
    return g_date_valid (&action->closed) && g_date_days_between (&action->closed, &self->today) <= CLOSED_DAYS;
  return tile == MUSTER_CASE_TILE_ALL;
}

gboolean
muster_case_item_is_in (MusterCaseItem *self, MusterCaseTile tile)
{
  if (self->action != NULL)
    return is_action_in (self, tile);
  if (tile == MUSTER_CASE_TILE_OPEN)
    return self->decision->state == MUSTER_DECISION_PROPOSED;
  if (tile == MUSTER_CASE_TILE_APPROVED)
    return self->decision->state == MUSTER_DECISION_APPROVED;
  if (tile == MUSTER_CASE_TILE_REFUSED)
    return self->decision->state == MUSTER_DECISION_REFUSED;
  return tile == MUSTER_CASE_TILE_ALL;
}

gboolean
muster_case_item_matches (MusterCaseItem *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->words, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
