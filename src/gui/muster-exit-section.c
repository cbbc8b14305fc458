/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-exit-section.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-exit-dialog.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "operations/muster-exit-operations.h"

struct _MusterExitSection
{
  GtkBox parent_instance;

  MusterStore *store;
  gint64 assister_id;
  MusterRowGroup *groups[MUSTER_N_ASSISTER_TYPES]; /* by role */
};

G_DEFINE_FINAL_TYPE (MusterExitSection, muster_exit_section, GTK_TYPE_BOX)

static char *
dup_settled (const MusterExitRecord *record)
{
  g_autofree char *on = muster_gui_text_dup_date (&record->on);
  GString *text = g_string_new (NULL);

  if (record->outcome == MUSTER_EXIT_ITEM_DONE)
    /* Translators: a day, and who saw to it then */
    g_string_append_printf (text, _("Done %s by %s"), on, record->doer);
  else
    g_string_append (text, muster_exit_outcome_get_label (record->outcome));
  if (record->note != NULL)
    g_string_append_printf (text, "\n%s", record->note);
  return g_string_free_and_steal (text);
}

/* What no rule gives a day is open without one. */
static char *
dup_open (const MusterExitItem *item, const GDate *today)
{
  if (!g_date_valid (&item->due))
    return g_strdup (C_("exit item", "Open"));
  return muster_gui_text_dup_date_and_due (&item->due, today);
}

static void
add_item (MusterExitSection *self, MusterRowGroup *group, const MusterExitItem *item, const GDate *today)
{
  const char *label = muster_exit_item_code_get_label (item->code);
  g_autofree char *subtitle = item->record != NULL ? dup_settled (item->record) : dup_open (item, today);
  AdwActionRow *row = muster_row_group_add_text (group, label, subtitle);
  /* Translators: an item of an exit checklist */
  g_autofree char *tip = g_strdup_printf (item->record != NULL ? _("Open “%s” Again…") : _("Record “%s”…"), label);
  gboolean is_late = item->record == NULL && g_date_valid (&item->due) && g_date_compare (&item->due, today) < 0;

  muster_row_mark (row, item->record != NULL ? "object-select-symbolic" : is_late ? "dialog-warning-symbolic"
                                                                                  : "content-loading-symbolic",
                   item->record != NULL ? "success" : is_late ? "error"
                                                              : "dim-label");
  if (muster_store_may (self->store, muster_record_exit_item.name))
    muster_row_add_button (row, item->record != NULL ? "edit-undo-symbolic" : "document-edit-symbolic", tip, item->record != NULL ? "exit.reopen" : "exit.record",
                           g_variant_new ("(ii)", (int) item->event->type, (int) item->code));
}

static void
show_list (MusterExitSection *self, GArray *list, const GDate *today)
{
  const MusterCertificationEvent *event = g_array_index (list, MusterExitItem, 0).event;
  MusterRowGroup *group = self->groups[g_bit_nth_lsf (event->type, -1)];
  g_autofree char *since = muster_gui_text_dup_date (&event->effective);
  /* Translators: a role, a state, a day, how many items are open and how many there are: “Broker, Revoked from Mar 2, 2026. 3 of 10 are open.” */
  g_autofree char *text = g_strdup_printf (_("%s, %s from %s. %u of %u are open."), muster_assister_type_get_label (event->type), muster_certification_state_get_label (event->to), since,
                                           muster_exit_count_open (list), list->len);

  muster_row_group_describe (ADW_PREFERENCES_GROUP (group), NULL, text);
  for (guint i = 0; i < list->len; i++)
    add_item (self, group, &g_array_index (list, MusterExitItem, i), today);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

void
muster_exit_section_show (MusterExitSection *self, MusterStore *store, MusterDatabase *database, gint64 assister_id)
{
  g_autoptr (MusterExitSheet) sheet = NULL;
  GDate today;

  g_set_object (&self->store, store);
  self->assister_id = assister_id;
  muster_gui_text_get_today (&today);
  sheet = muster_exit_sheet_new (database, assister_id, &today, NULL);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      muster_row_group_begin (self->groups[i]);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), FALSE);
    }
  for (guint i = 0; sheet != NULL && i < sheet->lists->len; i++)
    show_list (self, sheet->lists->pdata[i], &today);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    muster_row_group_end (self->groups[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), sheet != NULL && sheet->lists->len > 0);
}

static void
present (GtkWidget *widget, GVariant *parameter, gboolean opens)
{
  MusterExitSection *self = MUSTER_EXIT_SECTION (widget);
  int type, code;

  g_variant_get (parameter, "(ii)", &type, &code);
  adw_dialog_present (muster_exit_dialog_new (self->store, self->assister_id, type, code, opens), widget);
}

static void
record_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, parameter, FALSE);
}

static void
reopen_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present (widget, parameter, TRUE);
}

static void
muster_exit_section_dispose (GObject *object)
{
  g_clear_object (&MUSTER_EXIT_SECTION (object)->store);
  G_OBJECT_CLASS (muster_exit_section_parent_class)->dispose (object);
}

static void
muster_exit_section_class_init (MusterExitSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_exit_section_dispose;
  gtk_widget_class_install_action (widget_class, "exit.record", "(ii)", record_cb);
  gtk_widget_class_install_action (widget_class, "exit.reopen", "(ii)", reopen_cb);
}

static void
muster_exit_section_init (MusterExitSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      self->groups[i] = MUSTER_ROW_GROUP (muster_row_group_new (_("Exit Checklist")));
      gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->groups[i]));
    }
}
