/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-incident-dialog.h"

#include <glib/gi18n-lib.h>

#include "documents/muster-data.h"
#include "domain/muster-error.h"
#include "domain/muster-severity.h"
#include "domain/muster-text.h"
#include "gui/muster-clause-picker.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-text-row.h"
#include "operations/muster-incident-operations.h"
#include "operations/muster-wording-steps.h"
#include "store/muster-incident-table.h"
#include "store/muster-people-table.h"

struct _MusterIncidentDialog
{
  MusterFormDialog parent_instance;

  MusterTextRow *narrative;
  AdwComboRow *kind;
  GtkEditable *people;
  MusterDateRow *from;
  MusterDateRow *through;
  MusterDateRow *discovered;
  GtkEditable *minute;
  GtkWidget *more;
  AdwComboRow *source;
  AdwComboRow *severity;
  GtkEditable *complainant;
  AdwSwitchRow *anonymous;
  MusterTextRow *containment;
  GtkEditable *investigator;
  GtkWidget *data_group;
  AdwComboRow *data;
  GtkEditable *data_people;
  GtkEditable *data_kinds;
  AdwComboRow *encrypted;
  MusterClausePicker *clauses;

  MusterIncident *before; /* what is completed; a new one stands for nothing */
  gint64 id;
  char *warned; /* of what was warned already */
};

G_DEFINE_FINAL_TYPE (MusterIncidentDialog, muster_incident_dialog, MUSTER_TYPE_FORM_DIALOG)

static void
data_chosen_cb (MusterIncidentDialog *self)
{
  gboolean involved = adw_combo_row_get_selected (self->data) == MUSTER_KNOWN_YES;

  gtk_widget_set_visible (GTK_WIDGET (self->data_people), involved);
  gtk_widget_set_visible (GTK_WIDGET (self->data_kinds), involved);
  gtk_widget_set_visible (GTK_WIDGET (self->encrypted), involved);
}

/* What is left after @what fails is a field. */
static gboolean
blame (MusterIncidentDialog *self, GError **error, gpointer field)
{
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), *error, field);
  return FALSE;
}

static gboolean
read_days (MusterIncidentDialog *self, MusterIncident *told)
{
  g_autoptr (GError) error = NULL;

  if (!muster_date_row_get_date (self->from, &told->occurred_from, &error))
    return blame (self, &error, self->from);
  if (!muster_date_row_get_date (self->through, &told->occurred_through, &error))
    return blame (self, &error, self->through);
  if (!muster_date_row_get_date (self->discovered, &told->discovered.day, &error))
    return blame (self, &error, self->discovered);
  return muster_minute_parse (gtk_editable_get_text (self->minute), &told->discovered.minute, &error) || blame (self, &error, self->minute);
}

static gboolean
read_people (MusterIncidentDialog *self, MusterIncident *told)
{
  MusterStore *store = muster_form_dialog_get_store (MUSTER_FORM_DIALOG (self));
  g_auto (GStrv) names = g_strsplit (gtk_editable_get_text (self->people), ",", -1);
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  for (guint i = 0; database != NULL && error == NULL && names[i] != NULL; i++)
    {
      gint64 id;

      if (muster_text_is_blank (names[i]))
        continue;
      id = muster_people_table_resolve (database, g_strstrip (names[i]), &error);
      if (id != 0 && muster_incident_find_person (told, id) == NULL)
        muster_incident_add_person (told, id);
    }
  if (database != NULL)
    muster_store_read_done (store, database);
  return error == NULL || blame (self, &error, self->people);
}

static gboolean
read_data (MusterIncidentDialog *self, MusterIncident *told)
{
  const char *count = gtk_editable_get_text (self->data_people);
  g_autoptr (GError) error = NULL;
  guint64 people = 0;

  told->data = adw_combo_row_get_selected (self->data);
  if (told->data != MUSTER_KNOWN_YES)
    return TRUE;
  if (!muster_text_is_blank (count) && !g_ascii_string_to_unsigned (count, 10, 0, G_MAXINT, &people, NULL))
    {
      error = g_error_new (MUSTER_ERROR, MUSTER_ERROR_INVALID, _("“%s” is not a number of people. Write it in digits, or leave it empty."), count);
      return blame (self, &error, self->data_people);
    }
  told->data_people = people;
  told->data_kinds = g_strdup (gtk_editable_get_text (self->data_kinds));
  told->data_encrypted = adw_combo_row_get_selected (self->encrypted);
  return TRUE;
}

static void
read_rest (MusterIncidentDialog *self, MusterIncident *told)
{
  g_auto (GStrv) clauses = muster_clause_picker_dup_ids (self->clauses);

  told->id = self->before->id;
  told->narrative = muster_text_row_dup_text (self->narrative);
  told->kind = adw_combo_row_get_selected (self->kind);
  told->source = adw_combo_row_get_selected (self->source);
  told->severity = adw_combo_row_get_selected (self->severity);
  told->complainant = g_strdup (gtk_editable_get_text (self->complainant));
  told->anonymous = adw_switch_row_get_active (self->anonymous);
  told->containment = muster_text_row_dup_text (self->containment);
  told->investigator = g_strdup (gtk_editable_get_text (self->investigator));
  for (guint i = 0; clauses[i] != NULL; i++)
    muster_incident_add_clause (told, clauses[i]);
}

/* Whoever has read the warning goes on by pressing once more. */
static gboolean
warn (MusterIncidentDialog *self, const MusterIncident *told)
{
  g_autoptr (GPtrArray) warnings = muster_incident_list_warnings (told);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (warnings, NULL);
  text = g_strjoinv (" ", (char **) warnings->pdata);
  if (text[0] == '\0' || g_strcmp0 (text, self->warned) == 0)
    return TRUE;
  g_set_str (&self->warned, text);
  error = g_error_new_literal (MUSTER_ERROR, MUSTER_ERROR_RULE, text);
  muster_form_dialog_set_verb (MUSTER_FORM_DIALOG (self), _("_Save Anyway"));
  muster_form_dialog_fail (MUSTER_FORM_DIALOG (self), error, GTK_WIDGET (self->narrative));
  return FALSE;
}

static void
muster_incident_dialog_submit (MusterFormDialog *dialog)
{
  MusterIncidentDialog *self = MUSTER_INCIDENT_DIALOG (dialog);
  g_autoptr (MusterIncident) told = muster_incident_new ();
  MusterIncident *input;

  if (!read_days (self, told) || !read_people (self, told) || !read_data (self, told))
    return;
  read_rest (self, told);
  if (!warn (self, told))
    return;
  input = g_steal_pointer (&told);
  if (self->before->id != 0)
    muster_form_dialog_run (dialog, &muster_change_incident, input, NULL, input, (GDestroyNotify) muster_incident_free);
  else
    muster_form_dialog_run (dialog, &muster_record_incident, input, &self->id, input, (GDestroyNotify) muster_incident_free);
}

static void
muster_incident_dialog_dispose (GObject *object)
{
  MusterIncidentDialog *self = MUSTER_INCIDENT_DIALOG (object);

  g_clear_pointer (&self->before, muster_incident_free);
  g_clear_pointer (&self->warned, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_INCIDENT_DIALOG);
  G_OBJECT_CLASS (muster_incident_dialog_parent_class)->dispose (object);
}

static void
muster_incident_dialog_class_init (MusterIncidentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_incident_dialog_dispose;
  MUSTER_FORM_DIALOG_CLASS (klass)->submit = muster_incident_dialog_submit;
  g_type_ensure (MUSTER_TYPE_TEXT_ROW);
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_CLAUSE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-incident-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, narrative);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, people);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, from);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, through);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, discovered);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, minute);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, more);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, source);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, complainant);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, anonymous);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, containment);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, investigator);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, data_group);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, data);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, data_people);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, data_kinds);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, encrypted);
  gtk_widget_class_bind_template_child (widget_class, MusterIncidentDialog, clauses);
  gtk_widget_class_bind_template_callback (widget_class, data_chosen_cb);
}

static void
muster_incident_dialog_init (MusterIncidentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->narrative));
}

static void
fill_combo (AdwComboRow *row, guint n, const char *(*get_label) (guint value))
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (labels, get_label (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static const char *
get_severity_label (guint value)
{
  return value == 0 ? muster_incident_source_get_label (MUSTER_INCIDENT_SOURCE_UNKNOWN) : muster_severity_get_label (value);
}

static void
fill_combos (MusterIncidentDialog *self)
{
  fill_combo (self->kind, MUSTER_N_INCIDENT_KINDS, (const char *(*) (guint)) muster_incident_kind_get_label);
  fill_combo (self->source, MUSTER_N_INCIDENT_SOURCES, (const char *(*) (guint)) muster_incident_source_get_label);
  fill_combo (self->severity, MUSTER_N_SEVERITIES + 1, get_severity_label);
  fill_combo (self->data, MUSTER_N_KNOWN, (const char *(*) (guint)) muster_known_get_label);
  fill_combo (self->encrypted, MUSTER_N_KNOWN, (const char *(*) (guint)) muster_known_get_label);
}

static void
set_text (GtkEditable *editable, const char *text)
{
  gtk_editable_set_text (editable, text != NULL ? text : "");
}

static void
show_people (MusterIncidentDialog *self)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < self->before->people->len; i++)
    {
      const MusterIncidentPerson *person = self->before->people->pdata[i];
      g_autofree char *code = muster_assister_dup_code (person->assister_id);

      if (!person->removed)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", code);
    }
  set_text (self->people, codes->str);
}

static void
show_moment (MusterIncidentDialog *self, const MusterMoment *moment)
{
  g_autofree char *minute = moment->minute != MUSTER_NO_MINUTE ? g_strdup_printf ("%02d:%02d", moment->minute / 60, moment->minute % 60) : NULL;

  muster_date_row_set_date (self->discovered, &moment->day);
  set_text (self->minute, minute);
}

static void
show_incident (MusterIncidentDialog *self)
{
  const MusterIncident *incident = self->before;

  muster_text_row_set_text (self->narrative, incident->narrative);
  adw_combo_row_set_selected (self->kind, incident->kind);
  adw_combo_row_set_selected (self->source, incident->source);
  adw_combo_row_set_selected (self->severity, incident->severity);
  muster_date_row_set_date (self->from, &incident->occurred_from);
  muster_date_row_set_date (self->through, &incident->occurred_through);
  set_text (self->complainant, incident->complainant);
  adw_switch_row_set_active (self->anonymous, incident->anonymous);
  muster_text_row_set_text (self->containment, incident->containment);
  set_text (self->investigator, incident->investigator);
  adw_combo_row_set_selected (self->data, incident->data);
  if (incident->data_people > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", incident->data_people);

      set_text (self->data_people, count);
    }
  set_text (self->data_kinds, incident->data_kinds);
  adw_combo_row_set_selected (self->encrypted, incident->data_encrypted);
  for (guint i = 0; i < incident->clauses->len; i++)
    muster_clause_picker_set_ticked (self->clauses, ((const MusterIncidentClause *) incident->clauses->pdata[i])->clause, TRUE);
}

/* Quick entry asks for little: what, when, and perhaps who. */
static void
show_fields (MusterIncidentDialog *self, gboolean is_new)
{
  MusterFormDialog *dialog = MUSTER_FORM_DIALOG (self);

  gtk_widget_set_visible (self->more, !is_new);
  gtk_widget_set_visible (self->data_group, !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->clauses), !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->through), !is_new);
  muster_form_dialog_set_announcement (dialog, is_new ? _("Incident recorded") : _("Incident saved"));
  if (is_new)
    return;
  adw_dialog_set_title (ADW_DIALOG (self), _("Complete Incident"));
  muster_form_dialog_set_verb (dialog, _("_Save"));
}

static MusterIncident *
load (MusterStore *store, gint64 id, GError **error)
{
  MusterDatabase *database = muster_store_read (store, error);
  MusterIncident *incident = database != NULL ? muster_incident_table_load (database, id, error) : NULL;

  if (database != NULL)
    muster_store_read_done (store, database);
  return incident;
}

static void
show_wordings (MusterIncidentDialog *self, MusterStore *store)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GHashTable) wordings = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  if (database == NULL)
    return;
  wordings = muster_wording_steps_load (database, NULL, &today, NULL);
  muster_store_read_done (store, database);
  muster_clause_picker_show_wordings (self->clauses, wordings);
}

AdwDialog *
muster_incident_dialog_new (MusterStore *store, gint64 id, gint64 assister_id)
{
  MusterIncidentDialog *self = g_object_new (MUSTER_TYPE_INCIDENT_DIALOG, "store", store, NULL);
  g_autoptr (GError) error = NULL;

  self->id = id;
  self->before = id != 0 ? load (store, id, &error) : muster_incident_new ();
  fill_combos (self);
  muster_clause_picker_fill (self->clauses, muster_data_get_clauses (), G_MAXUINT);
  show_wordings (self, store);
  show_fields (self, id == 0);
  if (self->before == NULL)
    {
      self->before = muster_incident_new ();
      muster_form_dialog_refuse (MUSTER_FORM_DIALOG (self), error);
      return ADW_DIALOG (self);
    }
  if (assister_id != 0)
    muster_incident_add_person (self->before, assister_id);
  if (id == 0)
    {
      muster_incident_get_moment (g_get_real_time (), &self->before->discovered);
      muster_gui_text_get_today (&self->before->discovered.day);
      self->before->occurred_from = self->before->discovered.day;
    }
  show_incident (self);
  show_people (self);
  show_moment (self, &self->before->discovered);
  data_chosen_cb (self);
  muster_form_dialog_mark_unchanged (MUSTER_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}

gint64
muster_incident_dialog_get_id (MusterIncidentDialog *self)
{
  return self->id;
}
