/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-case-access-section.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-operation-rule.h"
#include "gui/muster-case-access-dialog.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "operations/muster-case-operations.h"
#include "store/muster-case-closed-query.h"
#include "store/muster-case-like-query.h"
#include "store/muster-case-looks-query.h"

struct _MusterCaseAccessSection
{
  GtkBox parent_instance;

  MusterRowGroup *closed;
  MusterRowGroup *like;
  MusterRowGroup *looks;
  GtkWidget *close_button;

  MusterStore *store;
  MusterCaseKind kind;
  gint64 id;
  gboolean looked;
};

G_DEFINE_FINAL_TYPE (MusterCaseAccessSection, muster_case_access_section, GTK_TYPE_BOX)

static void
add_closed (MusterCaseAccessSection *self, const MusterClosedTo *closed)
{
  g_autofree char *when = closed->recorded != 0 ? muster_gui_text_dup_time (closed->recorded) : NULL;
  g_autofree char *subtitle = closed->reason != NULL ? g_strdup_printf ("%s\n%s · %s", closed->reason, when, closed->by) : g_strdup (_("It concerns them, or comes from a case that is closed to them."));
  g_autofree char *tip = g_strdup_printf (_("Open to %s Again…"), closed->account->full_name);
  AdwActionRow *row = muster_row_group_add_text (self->closed, closed->account->full_name, subtitle);

  if (muster_store_may (self->store, muster_open_case_to.name) && closed->account->id != muster_store_get_account (self->store)->id)
    muster_row_add_button (row, "changes-allow-symbolic", tip, "case-access.open", g_variant_new_int64 (closed->account->id));
}

static void
show_closed (MusterCaseAccessSection *self, MusterDatabase *database)
{
  g_autoptr (GPtrArray) closed = muster_case_closed_query_list (database, self->kind, self->id, NULL);
  gboolean may = muster_store_may (self->store, muster_close_case_to.name);

  muster_row_group_begin (self->closed);
  for (guint i = 0; closed != NULL && i < closed->len; i++)
    add_closed (self, closed->pdata[i]);
  muster_row_group_end (self->closed);
  gtk_widget_set_visible (self->close_button, may);
  gtk_widget_set_visible (GTK_WIDGET (self->closed), may || muster_row_group_get_n_rows (self->closed) > 0);
}

/* Who has but the family name of somebody whom it concerns: for those who can close it to them. */
static void
show_like (MusterCaseAccessSection *self, MusterDatabase *database)
{
  gboolean may = muster_store_may (self->store, muster_close_case_to.name);
  g_autoptr (GPtrArray) remarks = may ? muster_case_like_query_list (database, self->kind, self->id, NULL) : NULL;

  muster_row_group_begin (self->like);
  for (guint i = 0; remarks != NULL && i < remarks->len; i++)
    muster_row_group_add_text (self->like, _("Perhaps the same person"), remarks->pdata[i]);
  muster_row_group_end (self->like);
  gtk_widget_set_visible (GTK_WIDGET (self->like), muster_row_group_get_n_rows (self->like) > 0);
}

static void
add_look (MusterCaseAccessSection *self, const MusterCaseLook *look)
{
  const MusterOperationRule *rule = muster_operation_rule_find (look->operation);
  g_autofree char *when = muster_gui_text_dup_time (look->time);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", when, rule != NULL ? _(rule->label) : look->operation);

  muster_row_group_add_text (self->looks, look->full_name != NULL ? look->full_name : look->account, subtitle);
}

static void
show_looks (MusterCaseAccessSection *self, MusterDatabase *database, const char *number)
{
  gboolean may = muster_role_may (muster_store_get_account (self->store)->role, MUSTER_PERMISSION_READ_JOURNAL);
  g_autoptr (GPtrArray) looks = may ? muster_case_looks_query_list (database, self->kind, self->id, number, NULL) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->looks), may);
  muster_row_group_begin (self->looks);
  for (guint i = 0; looks != NULL && i < looks->len; i++)
    add_look (self, looks->pdata[i]);
  muster_row_group_end (self->looks);
}

/* A copy that is only read shows its cases, too; there is nowhere to write who looked. */
static void
record_look (MusterCaseAccessSection *self)
{
  MusterCaseRequest *request;

  if (self->looked || muster_store_is_other_copy (self->store))
    return;
  self->looked = TRUE;
  request = g_new0 (MusterCaseRequest, 1);
  *request = (MusterCaseRequest) { self->kind, self->id };
  muster_store_run_async (self->store, &muster_look_at_case, request, NULL, request, g_free, NULL, NULL, NULL);
}

void
muster_case_access_section_show (MusterCaseAccessSection *self, MusterStore *store, MusterDatabase *database, MusterCaseKind kind, gint64 id, const char *number)
{
  g_set_object (&self->store, store);
  self->kind = kind;
  self->id = id;
  show_closed (self, database);
  show_like (self, database);
  show_looks (self, database, number);
  record_look (self);
}

static void
close_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MusterCaseAccessSection *self = MUSTER_CASE_ACCESS_SECTION (widget);

  adw_dialog_present (muster_case_access_dialog_new_close (self->store, self->kind, self->id), widget);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *account)
{
  MusterCaseAccessSection *self = MUSTER_CASE_ACCESS_SECTION (widget);

  adw_dialog_present (muster_case_access_dialog_new_open (self->store, self->kind, self->id, g_variant_get_int64 (account)), widget);
}

static void
muster_case_access_section_dispose (GObject *object)
{
  g_clear_object (&MUSTER_CASE_ACCESS_SECTION (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CASE_ACCESS_SECTION);
  G_OBJECT_CLASS (muster_case_access_section_parent_class)->dispose (object);
}

static void
muster_case_access_section_class_init (MusterCaseAccessSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_case_access_section_dispose;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-case-access-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCaseAccessSection, closed);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseAccessSection, like);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseAccessSection, looks);
  gtk_widget_class_bind_template_child (widget_class, MusterCaseAccessSection, close_button);
  gtk_widget_class_install_action (widget_class, "case-access.close", NULL, close_cb);
  gtk_widget_class_install_action (widget_class, "case-access.open", "x", open_cb);
}

static void
muster_case_access_section_init (MusterCaseAccessSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
