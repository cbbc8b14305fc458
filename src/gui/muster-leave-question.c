/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-leave-question.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-form-dialog.h"

static guint
count_changed (GListModel *dialogs)
{
  guint changed = 0;

  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i);

      changed += MUSTER_IS_FORM_DIALOG (dialog) && muster_form_dialog_is_changed (MUSTER_FORM_DIALOG (dialog));
    }
  return changed;
}

static AdwDialog *
question_new (const char *heading, const char *text, const char *leave)
{
  AdwDialog *question = adw_alert_dialog_new (heading, text);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "stay", _("_Stay"), "leave", leave, NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "stay");
  return question;
}

AdwDialog *
muster_leave_question_new (GListModel *dialogs, gboolean quits)
{
  guint changed = count_changed (dialogs);
  g_autofree char *text = NULL;

  if (changed == 0)
    return NULL;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A form is open with entries that have not been saved. They would be lost.",
                                       "%u forms are open with entries that have not been saved. They would be lost.", changed),
                          changed);
  return question_new (_("Lose What You Entered?"), text, quits ? _("_Quit") : _("_Sign Out"));
}

AdwDialog *
muster_leave_question_new_for_recovery_key (void)
{
  return question_new (_("Quit Without the Recovery Key?"),
                       _("The recovery key is shown only now, and nothing makes another. Without it the register is lost if this computer is, or if every password is forgotten. "
                          "Print or save the sheet first."),
                       _("_Quit"));
}
