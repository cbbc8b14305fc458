/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-assister-history.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-operation-rule.h"
#include "gui/muster-gui-text.h"

#define MAX_CHANGES 200
#define MASK "•••••••••"

typedef struct
{
  MusterStore *store;
  gint64 sequence;
  gint64 person;
  gboolean filled;
} Entry;

static const struct
{
  const char *column;
  const char *label;
} columns[] = {
  { "given_name", N_("Given name") },
  { "middle_name", N_("Middle name") },
  { "family_name", N_("Family name") },
  { "suffix", N_("Suffix") },
  { "email", N_("E-mail") },
  { "phone", N_("Phone") },
  { "npn", N_("NPN") },
  { "assister_id", N_("Assister ID") },
  { "training_id", N_("Training ID") },
  { "admin_id", N_("Admin ID") },
  { "licence_number", N_("License number") },
  { "county", N_("County") },
  { "languages", N_("Languages") },
  { "active", N_("Active on the roster") },
  { "from_day", N_("With the agency from") },
  { "through_day", N_("With the agency through") },
  { "type", N_("Role") },
  { "to_state", N_("Certification") },
  { "effective", N_("Effective") },
  { "severity", N_("Severity") },
  { "state", N_("State") },
  { "finding", N_("What was found") },
  { "cause", N_("Cause") },
  { "restriction", N_("Restriction meanwhile") },
  { "due", N_("Due") },
  { "outcome", N_("Outcome") },
  { "what", N_("What is to be done") },
  { "owner", N_("Who does it") },
  { "done_on", N_("Done on") },
  { "verified_on", N_("Verified on") },
  { "reason", N_("Reason") },
  { "clause", N_("Clause") },
};

static void
entry_free (gpointer data, GClosure *closure)
{
  Entry *entry = data;

  g_object_unref (entry->store);
  g_free (entry);
}

/* Keys and bookkeeping columns are not for reading. */
static const char *
find_label (const char *table, const char *column)
{
  if (strcmp (column, "assister_id") == 0 && strcmp (table, "assister") != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].column, column) == 0)
      return _(columns[i].label);
  return NULL;
}

/* An import changes many people in one entry. */
static gboolean
concerns (const MusterJournalChange *change, gint64 person)
{
  if (strcmp (change->table, "assister") == 0)
    return change->row_id == person;
  for (guint i = 0; i < change->n; i++)
    if (strcmp (change->columns[i], "assister_id") == 0)
      return g_ascii_strtoll (change->after[i] != NULL ? change->after[i] : change->before[i], NULL, 10) == person;
  return TRUE;
}

static const char *
show_value (const char *column, const char *value)
{
  if (value == NULL || value[0] == '\0')
    return "—";
  return strcmp (column, "assister_id") == 0 ? MASK : value;
}

static void
add_change (AdwExpanderRow *row, const MusterJournalChange *change)
{
  for (guint i = 0; i < change->n; i++)
    {
      const char *label = find_label (change->table, change->columns[i]);
      g_autofree char *text = NULL;
      GtkWidget *line;

      if (label == NULL)
        continue;
      /* Translators: a value before and after */
      text = g_strdup_printf (C_("change", "%s → %s"), show_value (change->columns[i], change->before[i]), show_value (change->columns[i], change->after[i]));
      line = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), label);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), text);
      gtk_widget_add_css_class (line, "property");
      adw_expander_row_add_row (row, line);
    }
}

static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, Entry *entry)
{
  g_autoptr (GPtrArray) changes = NULL;
  MusterDatabase *database;

  if (entry->filled)
    return;
  entry->filled = TRUE;
  database = muster_store_read (entry->store, NULL);
  if (database == NULL)
    return;
  changes = muster_journal_query_changes (database, entry->sequence, MAX_CHANGES, NULL);
  muster_store_read_done (entry->store, database);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (concerns (changes->pdata[i], entry->person))
      add_change (row, changes->pdata[i]);
}

static void
add_entry (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts, const MusterJournalEntry *journal_entry)
{
  const MusterOperationRule *rule = muster_operation_rule_find (journal_entry->operation);
  g_autofree char *when = muster_gui_text_dup_time (journal_entry->time);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s%s", when, journal_entry->account_name, journal_entry->reason != NULL ? "\n" : "",
                                               journal_entry->reason != NULL ? journal_entry->reason : "");
  GtkWidget *row = adw_expander_row_new ();
  Entry *entry = g_new0 (Entry, 1);

  entry->store = g_object_ref (store);
  entry->sequence = journal_entry->sequence;
  entry->person = facts->person->id;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rule != NULL ? _(rule->label) : journal_entry->operation);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), entry, entry_free, 0);
  muster_row_group_add (group, row);
}

void
muster_assister_history_show (MusterRowGroup *group, MusterStore *store, const MusterPersonFacts *facts)
{
  gtk_widget_set_visible (GTK_WIDGET (group), facts->entries != NULL);
  muster_row_group_begin (group);
  for (guint i = 0; facts->entries != NULL && i < facts->entries->len; i++)
    add_entry (group, store, facts, facts->entries->pdata[i]);
  muster_row_group_end (group);
}
