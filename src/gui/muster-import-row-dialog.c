/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-row-dialog.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-names.h"
#include "gui/muster-row-group.h"

#define MASK "•••••••••"

struct _MusterImportRowDialog
{
  AdwDialog parent_instance;

  MusterRowGroup *findings;
  MusterRowGroup *changes;
};

G_DEFINE_FINAL_TYPE (MusterImportRowDialog, muster_import_row_dialog, ADW_TYPE_DIALOG)

static void
show_findings (MusterImportRowDialog *self, const MusterImportPlan *plan, guint row)
{
  muster_row_group_begin (self->findings);
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const MusterFinding *finding = plan->findings->pdata[i];
      g_autofree char *place = NULL;

      if (finding->row != row)
        continue;
      if (finding->column != NULL && finding->value != NULL && finding->value[0] != '\0')
        /* Translators: the header of a column, what stands there, and the code of a rule */
        place = g_strdup_printf (_("%s “%s” · rule %s"), finding->column, finding->value, finding->rule);
      else
        place = g_strdup_printf (_("rule %s"), finding->rule);
      muster_row_group_add_text (self->findings, finding->message, place);
    }
  muster_row_group_end (self->findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), muster_row_group_get_n_rows (self->findings) > 0);
}

static const char *
get_shown (const MusterImportChange *change, const char *text)
{
  return change->field == MUSTER_FIELD_ASSISTER_ID && text != NULL ? MASK : text;
}

static void
add_change (MusterImportRowDialog *self, const MusterImportChange *change, gboolean is_new)
{
  const char *before = get_shown (change, change->before), *after = get_shown (change, change->after);
  g_autofree char *text = NULL;

  if (is_new || before == NULL)
    text = g_strdup (after != NULL ? after : "—");
  else
    /* Translators: a value before and after */
    text = g_strdup_printf (_("%s → %s"), before, after != NULL ? after : "—");
  muster_row_group_add_value (self->changes, muster_import_field_get_label (change->field), text);
}

static char *
dup_title (MusterDatabase *database, MusterImportPlan *plan, guint row)
{
  g_autofree char *name = NULL;
  MusterImportRow content = { 0 };

  if (plan->fates[row] == MUSTER_FATE_UPDATED && plan->people[row] != 0)
    {
      name = muster_gui_names_dup_person (database, plan->people[row]);
      return g_strdup_printf (_("What Changes of %s"), name);
    }
  muster_import_plan_read_row (plan, row, &content);
  name = muster_assister_dup_name (&content.person);
  muster_import_row_clear (&content);
  return g_steal_pointer (&name);
}

static void
show_changes (MusterImportRowDialog *self, MusterDatabase *database, MusterImportPlan *plan, guint row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = muster_import_plan_list_changes (plan, database, row, &error);
  g_autofree char *title = dup_title (database, plan, row);

  muster_row_group_describe (ADW_PREFERENCES_GROUP (self->changes), title, NULL);
  muster_row_group_begin (self->changes);
  if (changes == NULL)
    muster_row_group_add_text (self->changes, _("The changes cannot be read"), error->message);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    add_change (self, changes->pdata[i], plan->fates[row] == MUSTER_FATE_CREATED);
  muster_row_group_end (self->changes);
}

static void
muster_import_row_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_IMPORT_ROW_DIALOG);
  G_OBJECT_CLASS (muster_import_row_dialog_parent_class)->dispose (object);
}

static void
muster_import_row_dialog_class_init (MusterImportRowDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_row_dialog_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-row-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportRowDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, MusterImportRowDialog, changes);
}

static void
muster_import_row_dialog_init (MusterImportRowDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
muster_import_row_dialog_new (MusterStore *store, MusterImportPlan *plan, guint row)
{
  MusterImportRowDialog *self = g_object_new (MUSTER_TYPE_IMPORT_ROW_DIALOG, NULL);
  g_autofree char *title = g_strdup_printf (_("Line %u: %s"), muster_sheet_get_line (plan->sheet, row), muster_row_fate_get_label (plan->fates[row]));
  g_autoptr (GError) error = NULL;
  MusterDatabase *database = muster_store_read (store, &error);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  show_findings (self, plan, row);
  if (database != NULL)
    {
      show_changes (self, database, plan, row);
      muster_store_read_done (store, database);
    }
  else
    muster_row_group_add_text (self->changes, _("The changes cannot be read"), error->message);
  return ADW_DIALOG (self);
}
