/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-import-columns.h"
#include "gui/muster-import-done.h"
#include "gui/muster-import-preview.h"
#include "gui/muster-import-problems.h"
#include "gui/muster-import-session.h"
#include "gui/muster-import-start.h"
#include "gui/muster-import-steps.h"
#include "gui/muster-import-summary.h"

struct _MusterImportPage
{
  AdwNavigationPage parent_instance;

  MusterStore *store;
  MusterImportSession *session;
  MusterImportStep step;
  MusterImportSteps *steps;
  GtkStack *stack;
  MusterImportStart *start;
  MusterImportColumns *columns;
  MusterImportProblems *problems;
  MusterImportPreview *preview;
  MusterProgress *progress;
  MusterImportDone *done;
  GtkWidget *bottom_bar;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (MusterImportPage, muster_import_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_next_cb (MusterImportPage *self)
{
  MusterImportPlan *planned = muster_import_preview_get_plan (self->preview);
  gboolean accept = muster_import_preview_get_accept_valid (self->preview);
  g_autofree char *verb = NULL;

  if (self->step != MUSTER_IMPORT_STEP_PREVIEW)
    {
      gtk_button_set_label (self->next_button, self->step == MUSTER_IMPORT_STEP_PROBLEMS ? _("_Preview") : _("_Check Rows"));
      gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), muster_import_session_get_sheet (self->session) != NULL && !muster_import_session_is_planning (self->session) && muster_import_columns_check (self->columns));
      return;
    }
  verb = muster_import_summary_dup_verb (planned, accept);
  gtk_button_set_label (self->next_button, verb);
  gtk_widget_set_sensitive (GTK_WIDGET (self->next_button), muster_import_summary_does_anything (planned, accept));
}

/* What matters most on the page of a step. */
static char *
dup_said (MusterImportPage *self, MusterImportStep step)
{
  if (step == MUSTER_IMPORT_STEP_COLUMNS)
    return g_strdup (muster_import_columns_get_notice (self->columns));
  if (step == MUSTER_IMPORT_STEP_PROBLEMS)
    return muster_import_problems_dup_left (self->problems);
  if (step == MUSTER_IMPORT_STEP_PREVIEW)
    return g_strdup (muster_import_preview_get_summary (self->preview));
  return step == MUSTER_IMPORT_STEP_DONE ? g_strdup (muster_import_done_get_title (self->done)) : NULL;
}

static void
show_step (MusterImportPage *self, MusterImportStep step)
{
  MusterSheet *sheet = muster_import_session_get_sheet (self->session);
  g_autofree char *said = NULL;

  self->step = step;
  if (step == MUSTER_IMPORT_STEP_FILE)
    {
      muster_import_start_refresh (self->start, self->store);
      muster_import_start_offer (self->start, sheet != NULL ? muster_sheet_get_file_name (sheet) : NULL);
    }
  gtk_stack_set_visible_child_name (self->stack, muster_import_steps_get_name (step));
  gtk_widget_set_visible (self->bottom_bar, step > MUSTER_IMPORT_STEP_FILE && step < MUSTER_IMPORT_STEP_DONE);
  update_next_cb (self);
  said = dup_said (self, step);
  muster_import_steps_show (self->steps, step, said);
}

/* The focus goes with what is seen: what had it may be below, where it is hidden. */
static void
show_busy (MusterImportPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_stack_set_visible_child_name (self->stack, "busy");
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->bottom_bar))
    gtk_widget_child_focus (GTK_WIDGET (self->progress), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (self->bottom_bar, FALSE);
}

static void
read_failed (MusterImportPage *self, gboolean again, gboolean guessed, const GError *error)
{
  g_autofree char *message = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : muster_import_session_dup_message (self->session, error);

  if (again)
    {
      show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
      muster_import_columns_show_error (self->columns, message);
      return;
    }
  muster_import_session_forget_sheet (self->session);
  show_step (self, MUSTER_IMPORT_STEP_FILE);
  muster_import_start_show_error (self->start, message);
  if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_INPUT) && guessed)
    muster_import_start_offer_no_header (self->start);
}

static void
read_cb (MusterImportPage *self, gboolean again, gboolean guessed, const GError *error)
{
  MusterImportSession *session = self->session;

  if (error != NULL)
    {
      read_failed (self, again, guessed, error);
      return;
    }
  muster_import_start_show_error (self->start, NULL);
  muster_import_problems_clear (self->problems);
  muster_import_columns_set_sheet (self->columns, muster_import_session_get_sheet (session), muster_import_session_get_choices (session), muster_import_session_get_options (session),
                                   muster_import_session_get_profiles (session));
  show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
}

/* @choices: (nullable) */
static void
read_source (MusterImportPage *self, const MusterSheetChoices *choices, gboolean again)
{
  show_busy (self);
  muster_import_session_read (self->session, choices, again);
}

/* Another window or program may have imported, or undone. */
static void
register_changed_cb (MusterImportPage *self)
{
  if (self->step == MUSTER_IMPORT_STEP_FILE)
    muster_import_start_refresh (self->start, self->store);
}

static void
text_cb (MusterImportPage *self, const char *text)
{
  muster_import_session_set_source (self->session, NULL, text);
  read_source (self, NULL, FALSE);
}

static void
no_header_cb (MusterImportPage *self)
{
  read_source (self, &(MusterSheetChoices) { .has_no_header = TRUE }, FALSE);
}

static void
reread_cb (MusterImportPage *self, const MusterSheetChoices *choices)
{
  read_source (self, choices, TRUE);
}

static void
continue_cb (MusterImportPage *self)
{
  show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
}

static void
show_preview (MusterImportPage *self, MusterImportPlan *plan, gboolean overtaken)
{
  muster_import_preview_set_plan (self->preview, self->store, muster_import_plan_ref (plan), muster_import_session_get_options (self->session));
  show_step (self, MUSTER_IMPORT_STEP_PREVIEW);
  muster_import_preview_show_notice (self->preview, overtaken ? _("The register has changed meanwhile. This is what would happen now.") : NULL);
}

static void
planned (MusterImportPage *self, MusterPlanPurpose purpose, MusterImportPlan *plan, const GError *error)
{
  if (plan == NULL)
    {
      show_step (self, MUSTER_IMPORT_STEP_COLUMNS);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        muster_import_columns_show_error (self->columns, error->message);
      return;
    }
  muster_import_problems_set_plan (self->problems, muster_import_plan_ref (plan), muster_import_session_get_options (self->session));
  if (purpose != MUSTER_PLAN_FOR_PROBLEMS || !muster_import_problems_has_any (self->problems))
    show_preview (self, plan, purpose == MUSTER_PLAN_OVERTAKEN);
  else
    show_step (self, MUSTER_IMPORT_STEP_PROBLEMS);
}

/* The problems stayed as they were meanwhile. Whoever went back comes again through a plan of all rows. */
static void
planned_again (MusterImportPage *self, MusterImportPlan *plan, const GError *error)
{
  update_next_cb (self);
  if (self->step != MUSTER_IMPORT_STEP_PROBLEMS)
    return;
  muster_import_problems_set_busy (self->problems, FALSE);
  if (plan != NULL)
    muster_import_problems_set_plan (self->problems, muster_import_plan_ref (plan), muster_import_session_get_options (self->session));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
planned_cb (MusterImportPage *self, guint purpose, MusterImportPlan *plan, const GError *error)
{
  if (purpose == MUSTER_PLAN_AGAIN)
    planned_again (self, plan, error);
  else
    planned (self, purpose, plan, error);
}

static void
plan (MusterImportPage *self, MusterPlanPurpose purpose)
{
  show_busy (self);
  muster_import_session_plan (self->session, purpose);
}

static void
decided_cb (MusterImportPage *self)
{
  plan (self, MUSTER_PLAN_FOR_PREVIEW);
}

static void
problems_changed_cb (MusterImportPage *self)
{
  muster_import_problems_set_busy (self->problems, TRUE);
  muster_import_session_plan_again (self->session);
  update_next_cb (self);
}

/* Whoever has answered the last question goes on. */
static void
settled_cb (MusterImportPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
show_done (MusterImportPage *self, MusterImportPlan *plan_done, gint64 import_id)
{
  muster_import_problems_clear (self->problems);
  muster_import_session_forget_sheet (self->session);
  muster_import_done_show (self->done, self->store, plan_done, import_id);
  show_step (self, MUSTER_IMPORT_STEP_DONE);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))) /* whoever has gone elsewhere meanwhile */
    gtk_widget_activate_action (GTK_WIDGET (self), "win.announce", "s", muster_import_done_get_title (self->done));
}

static void
commit_failed (MusterImportPage *self, const GError *error)
{
  if (g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_RULE) || g_error_matches (error, MUSTER_ERROR, MUSTER_ERROR_CONFLICT))
    {
      plan (self, MUSTER_PLAN_OVERTAKEN);
      return;
    }
  show_step (self, MUSTER_IMPORT_STEP_PREVIEW);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    muster_import_preview_show_notice (self->preview, _("Stopped. Nothing was imported."));
  else
    muster_gui_error_show (GTK_WIDGET (self), error);
}

static void
committed_cb (MusterImportPage *self, MusterImportPlan *done, gint64 import_id, const GError *error)
{
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), TRUE);
  if (error != NULL)
    commit_failed (self, error);
  else if (import_id != 0)
    show_done (self, muster_import_plan_ref (done), import_id);
  else
    plan (self, MUSTER_PLAN_OVERTAKEN);
}

static void
commit (MusterImportPage *self)
{
  show_busy (self);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), FALSE);
  muster_import_session_commit (self->session, muster_import_preview_get_plan (self->preview), muster_import_preview_get_accept_valid (self->preview),
                                muster_import_columns_dup_sender (self->columns));
}

static void
next_cb (MusterImportPage *self)
{
  if (self->step == MUSTER_IMPORT_STEP_PREVIEW)
    commit (self);
  else if (self->step == MUSTER_IMPORT_STEP_PROBLEMS)
    show_preview (self, muster_import_problems_get_plan (self->problems), FALSE);
  else if (muster_import_columns_check (self->columns))
    plan (self, MUSTER_PLAN_FOR_PROBLEMS);
}

static void
back_cb (MusterImportPage *self)
{
  show_step (self, self->step - 1);
}

static void
again_cb (MusterImportPage *self)
{
  show_step (self, MUSTER_IMPORT_STEP_FILE);
  muster_import_start_focus (self->start);
}

static void
muster_import_page_dispose (GObject *object)
{
  MusterImportPage *self = MUSTER_IMPORT_PAGE (object);

  if (self->problems != NULL)
    muster_import_problems_clear (self->problems); /* they read the session’s options */
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_import_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, steps);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, start);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, problems);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, preview);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, progress);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, done);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, bottom_bar);
  gtk_widget_class_bind_template_child (widget_class, MusterImportPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, muster_import_page_open_file);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, reread_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, problems_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_cb);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
}

static void
muster_import_page_class_init (MusterImportPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = muster_import_page_dispose;
  g_type_ensure (MUSTER_TYPE_IMPORT_START);
  g_type_ensure (MUSTER_TYPE_IMPORT_COLUMNS);
  g_type_ensure (MUSTER_TYPE_IMPORT_PROBLEMS);
  g_type_ensure (MUSTER_TYPE_IMPORT_PREVIEW);
  g_type_ensure (MUSTER_TYPE_IMPORT_STEPS);
  g_type_ensure (MUSTER_TYPE_IMPORT_DONE);
  g_type_ensure (MUSTER_TYPE_PROGRESS);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
muster_import_page_init (MusterImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwNavigationPage *
muster_import_page_new (MusterStore *store)
{
  MusterImportPage *self = g_object_new (MUSTER_TYPE_IMPORT_PAGE, NULL);

  self->store = g_object_ref (store);
  self->session = muster_import_session_new (store, self->progress);
  g_signal_connect_object (self->session, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "planned", G_CALLBACK (planned_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "changed", G_CALLBACK (register_changed_cb), self, G_CONNECT_SWAPPED);
  show_step (self, MUSTER_IMPORT_STEP_FILE);
  return ADW_NAVIGATION_PAGE (self);
}

void
muster_import_page_open_file (MusterImportPage *self, GFile *file)
{
  g_return_if_fail (MUSTER_IS_IMPORT_PAGE (self));
  if (muster_import_session_is_committing (self->session))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      show_step (self, MUSTER_IMPORT_STEP_FILE);
      muster_import_start_show_error (self->start, _("This file is not on this computer. Save it into a folder first, and choose it there."));
      return;
    }
  muster_import_session_set_source (self->session, g_file_peek_path (file), NULL);
  read_source (self, NULL, FALSE);
}
