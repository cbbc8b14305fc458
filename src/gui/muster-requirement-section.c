/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-requirement-section.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-document-opener.h"
#include "gui/muster-evidence-dialog.h"
#include "gui/muster-evidence-rows.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-requirement-row.h"
#include "gui/muster-row-group.h"
#include "operations/muster-open-document.h"

struct _MusterRequirementSection
{
  GtkBox parent_instance;

  MusterRowGroup *group;
  GtkWidget *record_button;

  MusterStore *store;
  MusterDocumentOpener *opener;
  gint64 id;
};

G_DEFINE_FINAL_TYPE (MusterRequirementSection, muster_requirement_section, GTK_TYPE_BOX)

/* A row of the same place says the same requirement unless the rules changed; its title and subtitle tell them apart. */
static char *
dup_key (AdwExpanderRow *row)
{
  return g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static GHashTable *
collect_opened (MusterRequirementSection *self)
{
  GHashTable *opened = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < muster_row_group_get_n_rows (self->group); i++)
    {
      GtkWidget *row = muster_row_group_get_row (self->group, i);

      if (ADW_IS_EXPANDER_ROW (row) && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_hash_table_add (opened, dup_key (ADW_EXPANDER_ROW (row)));
    }
  return opened;
}

static void
open_again (MusterRequirementSection *self, GHashTable *opened)
{
  for (guint i = 0; i < muster_row_group_get_n_rows (self->group); i++)
    {
      GtkWidget *row = muster_row_group_get_row (self->group, i);
      g_autofree char *key = ADW_IS_EXPANDER_ROW (row) ? dup_key (ADW_EXPANDER_ROW (row)) : NULL;

      if (key != NULL && g_hash_table_contains (opened, key))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
    }
}

static gboolean
is_listed (const MusterPersonFacts *facts, const MusterEvidence *evidence)
{
  const GArray *lines = facts->answer->answer->requirements;
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (facts->answer->pack, &n);

  for (guint i = 0; i < lines->len; i++)
    if (muster_evidence_is_about (evidence, requirements[g_array_index (lines, MusterAnswerRequirement, i).place]->code))
      return TRUE;
  return FALSE;
}

/* What nothing asks for at present is kept all the same, and shown. */
static void
add_others (MusterRequirementSection *self, const MusterPersonFacts *facts, gboolean may_change)
{
  GtkWidget *row = NULL;

  for (guint i = 0; i < facts->evidence->len; i++)
    {
      const MusterEvidence *evidence = facts->evidence->pdata[i];
      const MusterRequirement *requirement = muster_person_facts_find_requirement (facts, evidence);
      g_autofree char *how = NULL, *title = NULL;

      if (is_listed (facts, evidence))
        continue;
      if (row == NULL)
        {
          row = adw_expander_row_new ();
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Other Evidence"));
          adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _("No role asks for it at present."));
          gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Other Evidence"), -1);
          muster_row_group_add (self->group, row);
        }
      how = muster_evidence_rows_dup_title (facts, evidence);
      title = g_strdup_printf ("%s: %s", requirement != NULL ? requirement->title : muster_evidence_get_label (evidence), how);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), muster_evidence_rows_new (facts, evidence, title, may_change));
    }
}

void
muster_requirement_section_show (MusterRequirementSection *self, MusterStore *store, const MusterPersonFacts *facts)
{
  const GArray *lines = facts->answer->answer->requirements;
  gboolean may_record = facts->is_today && !facts->is_own && muster_store_may (store, "record-evidence");
  g_autoptr (GHashTable) opened = collect_opened (self);

  g_set_object (&self->store, store);
  self->id = facts->person->id;
  muster_row_group_begin (self->group);
  for (guint i = 0; i < lines->len; i++)
    muster_row_group_add (self->group, muster_requirement_row_new (facts, &g_array_index (lines, MusterAnswerRequirement, i), may_record));
  add_others (self, facts, may_record);
  open_again (self, opened);
  muster_row_group_end (self->group);
  gtk_widget_set_visible (self->record_button, may_record && muster_certification_list_held (facts->events) != 0);
}

static void
record_cb (GtkWidget *widget, const char *name, GVariant *requirement)
{
  MusterRequirementSection *self = MUSTER_REQUIREMENT_SECTION (widget);
  const char *code = g_variant_get_string (requirement, NULL);

  adw_dialog_present (muster_evidence_dialog_new (self->store, self->id, *code != '\0' ? code : NULL, 0), widget);
}

static void
correct_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  MusterRequirementSection *self = MUSTER_REQUIREMENT_SECTION (widget);

  adw_dialog_present (muster_evidence_dialog_new (self->store, self->id, NULL, g_variant_get_int64 (id)), widget);
}

static void
withdraw_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  MusterRequirementSection *self = MUSTER_REQUIREMENT_SECTION (widget);

  adw_dialog_present (muster_reason_dialog_new (self->store, MUSTER_REASON_PURPOSE_WITHDRAW_EVIDENCE, g_variant_get_int64 (id), NULL), widget);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *id)
{
  MusterRequirementSection *self = MUSTER_REQUIREMENT_SECTION (widget);

  muster_document_opener_open (self->opener, self->store, g_variant_get_int64 (id), widget);
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterRequirementSection *self = MUSTER_REQUIREMENT_SECTION (widget);
  const char *file_name;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &file_name);
  muster_document_opener_save (self->opener, self->store, id, file_name, widget);
}

static void
muster_requirement_section_dispose (GObject *object)
{
  MusterRequirementSection *self = MUSTER_REQUIREMENT_SECTION (object);

  g_clear_object (&self->opener);
  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_REQUIREMENT_SECTION);
  G_OBJECT_CLASS (muster_requirement_section_parent_class)->dispose (object);
}

static void
muster_requirement_section_class_init (MusterRequirementSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_requirement_section_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-requirement-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRequirementSection, group);
  gtk_widget_class_bind_template_child (widget_class, MusterRequirementSection, record_button);
  gtk_widget_class_install_action (widget_class, "evidence.record", "s", record_cb);
  gtk_widget_class_install_action (widget_class, "evidence.correct", "x", correct_cb);
  gtk_widget_class_install_action (widget_class, "evidence.withdraw", "x", withdraw_cb);
  gtk_widget_class_install_action (widget_class, "evidence.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "evidence.save", "(xs)", save_cb);
}

static void
muster_requirement_section_init (MusterRequirementSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opener = muster_document_opener_new (&muster_open_document);
}
