/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-item.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "operations/muster-incident-operations.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"
#include "store/muster-rules-table.h"

#define WEEK_DAYS 7
#define CLOSED_DAYS 90

struct _MusterCaseItem
{
  GObject parent_instance;

  MusterCorrectiveAction *action;
  MusterDecision *decision;
  MusterIncident *incident;
  GDate due; /* of an incident: its first duty that is not done; unset without one */
  gboolean is_late;
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
  muster_incident_free (self->incident);
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

MusterCaseItem *
muster_case_item_new_incident (MusterIncident *incident, const char *person, const MusterIncidentClock *undone, const GDate *today)
{
  g_autofree char *text = g_strdup_printf ("%s %s", muster_incident_kind_get_label (incident->kind), incident->narrative);
  MusterCaseItem *self = item_new (incident->number, person, text, today);

  self->incident = incident;
  if (undone != NULL && incident->state == MUSTER_INCIDENT_OPEN)
    {
      self->due = undone->due.day;
      self->is_late = undone->state == MUSTER_CLOCK_LATE;
    }
  return self;
}

/* What reading a register needs. */
typedef struct
{
  MusterDatabase *database;
  MusterCaseKind kind;
  GDate today;
  MusterMoment now;
  MusterRulePack *pack; /* for incidents */
} Listing;

static GPtrArray *
list_cases (Listing *listing, GError **error)
{
  MusterActionFilter action_filter = { 0 };
  MusterDecisionFilter decision_filter = { 0 };
  MusterIncidentFilter incident_filter = { 0 };

  if (listing->kind == MUSTER_CASE_DECISIONS)
    return muster_decision_table_list (listing->database, &decision_filter, error);
  if (listing->kind == MUSTER_CASE_ACTIONS)
    return muster_action_table_list (listing->database, &action_filter, error);
  listing->pack = muster_rules_table_load (listing->database, &listing->today, G_MAXINT64, error);
  return listing->pack != NULL ? muster_incident_table_list (listing->database, &incident_filter, error) : NULL;
}

static char *
dup_people (MusterDatabase *database, const MusterIncident *incident)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *person = incident->people->pdata[i];
      g_autofree char *name = person->removed ? NULL : muster_gui_names_dup_person (database, person->assister_id);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free_and_steal (names);
}

static MusterCaseItem *
make_incident_item (const Listing *listing, MusterIncident *incident)
{
  g_autofree char *people = dup_people (listing->database, incident);
  g_autoptr (GArray) clocks = muster_incident_list_clocks (incident, listing->pack, &listing->now);

  return muster_case_item_new_incident (incident, people[0] != '\0' ? people : _("Nobody named yet"), muster_incident_find_undone (clocks), &listing->today);
}

/* Takes @record. */
static MusterCaseItem *
make_item (const Listing *listing, gpointer record)
{
  MusterDecision *decision = listing->kind == MUSTER_CASE_DECISIONS ? record : NULL;
  g_autofree char *person = NULL;
  g_autofree char *proposer = NULL;

  if (listing->kind == MUSTER_CASE_INCIDENTS)
    return make_incident_item (listing, record);
  person = muster_gui_names_dup_person (listing->database, decision != NULL ? decision->assister_id : ((MusterCorrectiveAction *) record)->assister_id);
  proposer = decision != NULL ? muster_gui_names_dup_account (listing->database, decision->proposer) : NULL;
  return decision != NULL ? muster_case_item_new_decision (decision, person, proposer, &listing->today) : muster_case_item_new_action (record, person, &listing->today);
}

GPtrArray *
muster_case_item_list (MusterStore *store, MusterCaseKind kind, GError **error)
{
  Listing listing = { .database = muster_store_read (store, error), .kind = kind };
  g_autoptr (GPtrArray) cases = NULL;
  GPtrArray *items;

  if (listing.database == NULL)
    return NULL;
  muster_gui_text_get_today (&listing.today);
  muster_incident_get_moment (g_get_real_time (), &listing.now);
  listing.now.day = listing.today;
  cases = list_cases (&listing, error);
  items = cases != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;
  /* The items take the records over. */
  if (cases != NULL)
    g_ptr_array_set_free_func (cases, NULL);
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    g_ptr_array_add (items, make_item (&listing, cases->pdata[i]));
  g_clear_pointer (&listing.pack, muster_rule_pack_unref);
  muster_store_read_done (store, listing.database);
  return items;
}

gint64
muster_case_item_get_id (MusterCaseItem *self)
{
  if (self->incident != NULL)
    return self->incident->id;
  return self->action != NULL ? self->action->id : self->decision->id;
}

const char *
muster_case_item_get_number (MusterCaseItem *self)
{
  if (self->incident != NULL)
    return self->incident->number;
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

const MusterIncident *
muster_case_item_get_incident (MusterCaseItem *self, gboolean *is_late)
{
  *is_late = self->is_late;
  return self->incident;
}

static char *
dup_incident_detail (MusterCaseItem *self)
{
  const MusterIncident *incident = self->incident;
  g_autofree char *text = NULL;

  if (incident->state == MUSTER_INCIDENT_CLOSED)
    text = muster_gui_text_dup_date (&incident->closed);
  else if (g_date_valid (&self->due))
    text = muster_gui_text_dup_date_and_due (&self->due, &self->today);
  else
    text = muster_gui_text_dup_date (&incident->discovered.day);
  return g_strdup_printf ("%s · %s", muster_incident_kind_get_label (incident->kind), text);
}

char *
muster_case_item_dup_detail (MusterCaseItem *self)
{
  g_autofree char *text = NULL;

  if (self->incident != NULL)
    return dup_incident_detail (self);
  if (self->action != NULL)
    {
      text = self->action->state == MUSTER_ACTION_OPEN ? muster_gui_text_dup_deadline (self->action, &self->today) : muster_gui_text_dup_date (&self->action->closed);
      return g_strdup_printf ("%s · %s", muster_severity_get_label (self->action->severity), text);
    }
  text = muster_gui_text_dup_types (self->decision->types);
  return g_strdup_printf ("%s · %s", muster_decision_kind_get_label (self->decision->kind), text);
}

char *
muster_case_item_dup_origin (MusterCaseItem *self)
{
  g_autofree char *day = NULL;

  if (self->incident != NULL)
    return g_strdup (self->incident->narrative);
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
  int days_left = g_date_days_between (&self->today, muster_corrective_action_get_deadline (action));

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

static gboolean
is_incident_in (MusterCaseItem *self, MusterCaseTile tile)
{
  gboolean is_open = self->incident->state == MUSTER_INCIDENT_OPEN;

  if (tile == MUSTER_CASE_TILE_OPEN)
    return is_open;
  if (tile == MUSTER_CASE_TILE_OVERDUE)
    return self->is_late;
  if (tile == MUSTER_CASE_TILE_WEEK)
    return is_open && !self->is_late && g_date_valid (&self->due) && g_date_days_between (&self->today, &self->due) < WEEK_DAYS;
  if (tile == MUSTER_CASE_TILE_CLOSED)
    return g_date_valid (&self->incident->closed) && g_date_days_between (&self->incident->closed, &self->today) <= CLOSED_DAYS;
  return tile == MUSTER_CASE_TILE_ALL;
}

gboolean
muster_case_item_is_in (MusterCaseItem *self, MusterCaseTile tile)
{
  if (self->incident != NULL)
    return is_incident_in (self, tile);
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
