/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-journal-item.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-operation-rule.h"

struct _MusterJournalItem
{
  GObject parent_instance;

  MusterJournalEntry *entry;
};

G_DEFINE_FINAL_TYPE (MusterJournalItem, muster_journal_item, G_TYPE_OBJECT)

static const char *const icons[MUSTER_N_PERMISSIONS] = {
  [MUSTER_PERMISSION_SIGN_IN] = "avatar-default-symbolic",
  [MUSTER_PERMISSION_READ_ROSTER] = "system-users-symbolic",
  [MUSTER_PERMISSION_IMPORT_ROSTER] = "document-open-symbolic",
  [MUSTER_PERMISSION_KEEP_ROSTER] = "document-edit-symbolic",
  [MUSTER_PERMISSION_RECORD_INCIDENT] = "muster-incident-symbolic",
  [MUSTER_PERMISSION_JUDGE_INCIDENT] = "muster-incident-symbolic",
  [MUSTER_PERMISSION_RECORD_ACTION] = "muster-action-symbolic",
  [MUSTER_PERMISSION_WAIVE_CHECK] = "muster-action-symbolic",
  [MUSTER_PERMISSION_DECIDE_CERTIFICATION] = "application-certificate-symbolic",
  [MUSTER_PERMISSION_PROPOSE_REVOCATION] = "muster-decision-symbolic",
  [MUSTER_PERMISSION_DECIDE_REVOCATION] = "muster-decision-symbolic",
  [MUSTER_PERMISSION_READ_JOURNAL] = "security-high-symbolic",
  [MUSTER_PERMISSION_MANAGE_ACCOUNTS] = "system-users-symbolic",
  [MUSTER_PERMISSION_RECOVER] = "dialog-password-symbolic",
};

static void
muster_journal_item_finalize (GObject *object)
{
  muster_journal_entry_free (MUSTER_JOURNAL_ITEM (object)->entry);
  G_OBJECT_CLASS (muster_journal_item_parent_class)->finalize (object);
}

static void
muster_journal_item_class_init (MusterJournalItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_journal_item_finalize;
}

static void
muster_journal_item_init (MusterJournalItem *self)
{
}

MusterJournalItem *
muster_journal_item_new (MusterJournalEntry *entry)
{
  MusterJournalItem *self = g_object_new (MUSTER_TYPE_JOURNAL_ITEM, NULL);

  self->entry = entry;
  return self;
}

const MusterJournalEntry *
muster_journal_item_get_entry (MusterJournalItem *self)
{
  g_return_val_if_fail (MUSTER_IS_JOURNAL_ITEM (self), NULL);
  return self->entry;
}

const char *
muster_journal_item_get_label (MusterJournalItem *self)
{
  const MusterOperationRule *rule = muster_operation_rule_find (self->entry->operation);

  return rule != NULL ? _(rule->label) : self->entry->operation;
}

const char *
muster_journal_item_get_icon_name (MusterJournalItem *self)
{
  const MusterOperationRule *rule = muster_operation_rule_find (self->entry->operation);

  if (g_strcmp0 (self->entry->operation, "failed-sign-ins") == 0)
    return "dialog-warning-symbolic";
  return rule != NULL ? icons[rule->permission] : "dialog-question-symbolic";
}

char *
muster_journal_item_dup_who (MusterJournalItem *self)
{
  const char *name = self->entry->account_name != NULL ? self->entry->account_name : _("Unknown account");
  MusterRole role;

  if (self->entry->role == NULL || !muster_role_from_code (self->entry->role, &role, NULL))
    return g_strdup (name);
  /* Translators: a person and the role of the account: “Alex Moreau (administrator)” */
  return g_strdup_printf (C_("account", "%s (%s)"), name, muster_role_get_label (role));
}

char *
muster_journal_item_dup_spoken (MusterJournalItem *self, const char *more)
{
  const char *label = muster_journal_item_get_label (self);

  return self->entry->subject != NULL ? g_strdup_printf ("%s, %s, %s", label, self->entry->subject, more) : g_strdup_printf ("%s, %s", label, more);
}
