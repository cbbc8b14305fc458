/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-item.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"
#include "gui/muster-gui-text.h"
#include "store/muster-cases-table.h"
#include "store/muster-incident-table.h"

struct _MusterCaseItem
{
  GObject parent_instance;

  MusterCorrectiveAction *action;
  MusterDecision *decision;
  MusterIncident *incident;
  GDate due; /* of an incident: its first duty that is not done; unset without one */
  gboolean is_late;
  gboolean is_closed_to_some;
  char *person;
  char *proposer; /* of a decision */
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
item_new (const char *person, const GDate *today)
{
  MusterCaseItem *self = g_object_new (MUSTER_TYPE_CASE_ITEM, NULL);

  self->person = g_strdup (person);
  self->today = *today;
  return self;
}

MusterCaseItem *
muster_case_item_new_action (MusterCorrectiveAction *action, const char *person, const GDate *today)
{
  MusterCaseItem *self = item_new (person, today);

  self->action = action;
  return self;
}

MusterCaseItem *
muster_case_item_new_decision (MusterDecision *decision, const char *person, const char *proposer, const GDate *today)
{
  MusterCaseItem *self = item_new (person, today);

  self->proposer = g_strdup (proposer);
  self->decision = decision;
  return self;
}

MusterCaseItem *
muster_case_item_new_incident (MusterIncident *incident, const char *person, const MusterIncidentClock *undone, const GDate *today)
{
  MusterCaseItem *self = item_new (person, today);

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
  MusterRulePack *pack;
  const MusterMoment *now;
  GHashTable *closed; /* (nullable) */
} Listing;

static char *
dup_people (MusterDatabase *database, const MusterIncident *incident)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < incident->people->len; i++)
    {
      const MusterIncidentPerson *person = incident->people->pdata[i];
      g_autofree char *name = person->removed ? NULL : muster_gui_names_dup_listed (database, person->assister_id);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", name);
    }
  return g_string_free_and_steal (names);
}

static MusterCaseItem *
make_action (const Listing *listing, gint64 id)
{
  MusterCorrectiveAction *action = muster_action_table_load (listing->database, id, NULL);
  g_autofree char *person = action != NULL ? muster_gui_names_dup_listed (listing->database, action->assister_id) : NULL;

  return action != NULL ? muster_case_item_new_action (action, person, &listing->now->day) : NULL;
}

static MusterCaseItem *
make_decision (const Listing *listing, gint64 id)
{
  MusterDecision *decision = muster_decision_table_load (listing->database, id, NULL);
  g_autofree char *person = decision != NULL ? muster_gui_names_dup_listed (listing->database, decision->assister_id) : NULL;
  g_autofree char *proposer = decision != NULL ? muster_gui_names_dup_account (listing->database, decision->proposer) : NULL;

  return decision != NULL ? muster_case_item_new_decision (decision, person, proposer, &listing->now->day) : NULL;
}

static MusterCaseItem *
make_incident (const Listing *listing, gint64 id)
{
  MusterIncident *incident = muster_incident_table_load (listing->database, id, NULL);
  g_autofree char *people = incident != NULL ? dup_people (listing->database, incident) : NULL;
  g_autoptr (GArray) clocks = incident != NULL ? muster_incident_list_clocks (incident, listing->pack, listing->now) : NULL;
  MusterCaseItem *item;

  if (incident == NULL)
    return NULL;
  item = muster_case_item_new_incident (incident, people[0] != '\0' ? people : _("Nobody named yet"), muster_incident_find_undone (clocks), &listing->now->day);
  item->is_closed_to_some = listing->closed != NULL && g_hash_table_contains (listing->closed, &id);
  return item;
}

static MusterCaseItem *
make_item (const Listing *listing, gint64 id)
{
  MusterCaseItem *item;

  if (listing->kind == MUSTER_CASE_ACTION)
    item = make_action (listing, id);
  else
    item = listing->kind == MUSTER_CASE_DECISION ? make_decision (listing, id) : make_incident (listing, id);
  /* It may have been closed to the account since the list was made. */
  return item != NULL ? item : item_new (_("This case cannot be read any more"), &listing->now->day);
}

GPtrArray *
muster_case_item_list (MusterDatabase *database, MusterCaseKind kind, MusterRulePack *pack, const MusterMoment *now, GHashTable *closed, const gint64 *ids, guint n_ids)
{
  const Listing listing = { database, kind, pack, now, closed };
  GPtrArray *items = g_ptr_array_new_full (n_ids, g_object_unref);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (items, make_item (&listing, ids[i]));
  return items;
}

gboolean
muster_case_item_is_gone (MusterCaseItem *self)
{
  return self->incident == NULL && self->action == NULL && self->decision == NULL;
}

gint64
muster_case_item_get_id (MusterCaseItem *self)
{
  if (self->incident != NULL)
    return self->incident->id;
  if (self->action != NULL)
    return self->action->id;
  return self->decision != NULL ? self->decision->id : 0;
}

const char *
muster_case_item_get_number (MusterCaseItem *self)
{
  if (self->incident != NULL)
    return self->incident->number;
  if (self->action != NULL)
    return self->action->number;
  return self->decision != NULL ? self->decision->number : "";
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

  if (muster_case_item_is_gone (self))
    return g_strdup ("");
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

  if (self->is_closed_to_some)
    return g_strdup (_("Closed to some; what happened is on its page"));
  if (self->incident != NULL)
    return g_strdup (self->incident->narrative);
  if (self->decision == NULL)
    return NULL;
  day = muster_gui_text_dup_day (self->decision->proposed_at);
  /* Translators: a day, and the name of who proposed it then */
  return g_strdup_printf (_("Proposed %s by %s"), day, self->proposer);
}

char *
muster_case_item_dup_line (MusterCaseItem *self)
{
  g_autofree char *detail = muster_case_item_dup_detail (self);
  g_autofree char *origin = muster_case_item_dup_origin (self);
  const char *parts[] = { muster_case_item_get_number (self), self->person, detail, origin, NULL };

  return muster_case_item_is_gone (self) ? g_strdup (self->person) : g_strjoinv (", ", (char **) parts);
}

const GDate *
muster_case_item_get_today (MusterCaseItem *self)
{
  return &self->today;
}
