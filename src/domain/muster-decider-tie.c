/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-decider-tie.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "domain/muster-assister.h"

static const struct
{
  MusterAccountDeedKind kind;
  MusterDeciderTies tie;
  gboolean by_proposer;
} rules[] = {
  { MUSTER_ACCOUNT_ADDED, MUSTER_TIE_ADDED, TRUE },
  { MUSTER_ACCOUNT_RAISED, MUSTER_TIE_RAISED, TRUE },
  { MUSTER_ACCOUNT_RESET, MUSTER_TIE_RESET, FALSE }, /* by whoever has the recovery key */
};

/* That somebody was let in says nothing of who else it is. */
#define LET_IN (MUSTER_TIE_RESET | MUSTER_TIE_PROPOSER_LET_IN | MUSTER_TIE_PROPOSER_ADDED)
/* But whoever has the recovery key may be behind an account whose password was set with it, and behind those that it lets in. */
#define ENDS (MUSTER_TIE_PROPOSER_LET_IN | MUSTER_TIE_PROPOSER_ADDED)

static gboolean
can_decide (const MusterAccount *account)
{
  return account->role == MUSTER_ROLE_ADMINISTRATOR && !account->disabled;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words of a name in one order, whichever way round it was written. */
static char *
dup_words (const char *name)
{
  g_autofree char *folded = muster_text_fold (name);
  g_auto (GStrv) words = NULL;

  g_strdelimit (folded, ",.", ' ');
  words = g_strsplit_set (g_strstrip (folded), " ", -1);
  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strstrip (g_strjoinv (" ", words));
}

static gboolean
has_same_name (const MusterAccount *a, const MusterAccount *b)
{
  g_autofree char *first = dup_words (a->full_name), *second = dup_words (b->full_name);

  return *first != '\0' && strcmp (first, second) == 0;
}

gboolean
muster_account_deed_find (const char *operation, const MusterAccount *before, const MusterAccount *after, MusterAccountDeedKind *kind)
{
  if (before == NULL)
    *kind = MUSTER_ACCOUNT_ADDED;
  else if (g_strcmp0 (operation, "reset-administrator") == 0)
    *kind = MUSTER_ACCOUNT_RESET;
  else if (!can_decide (before) && can_decide (after))
    *kind = MUSTER_ACCOUNT_RAISED;
  else
    return FALSE;
  return TRUE;
}

/* The other way round: what was done to the proposer by @account, or with the recovery key. */
static MusterDeciderTies
find_reverse (const MusterAccount *account, const MusterAccountDeed *deed, gint64 since)
{
  if (deed->time < since)
    return 0;
  if (deed->kind == MUSTER_ACCOUNT_RESET || (deed->kind == MUSTER_ACCOUNT_RAISED && deed->by == account->id))
    return MUSTER_TIE_PROPOSER_LET_IN;
  if (deed->kind == MUSTER_ACCOUNT_ADDED && deed->by == account->id && deed->time >= since + (MUSTER_DECIDER_TIE_DAYS - MUSTER_PROPOSER_ADDED_DAYS) * G_TIME_SPAN_DAY)
    return MUSTER_TIE_PROPOSER_ADDED;
  return 0;
}

static MusterDeciderTies
find_direct (const MusterAccount *account, const GArray *deeds, const MusterAccount *proposer, gint64 since)
{
  MusterDeciderTies ties = 0;

  if (account->id == proposer->id)
    return 0;
  if (has_same_name (account, proposer))
    ties |= MUSTER_TIE_SAME_NAME;
  for (guint i = 0; i < deeds->len; i++)
    {
      const MusterAccountDeed *deed = &g_array_index (deeds, MusterAccountDeed, i);

      for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
        if (rules[j].kind == deed->kind && deed->account == account->id && deed->time >= since && (!rules[j].by_proposer || deed->by == proposer->id))
          ties |= rules[j].tie;
      if (deed->account == proposer->id)
        ties |= find_reverse (account, deed, since);
    }
  return ties;
}

static const MusterAccount *
find_account (GPtrArray *accounts, gint64 id)
{
  for (guint i = 0; i < accounts->len; i++)
    if (((const MusterAccount *) accounts->pdata[i])->id == id)
      return accounts->pdata[i];
  return NULL;
}

/* What hands a tie on to @account: of the decider, how they were let in is told by itself. */
static MusterDeciderTies
find_handing_on (const MusterAccount *account, const GArray *deeds, const MusterAccount *from, const MusterAccount *decider, gint64 since)
{
  return find_direct (account, deeds, from, since) & ~(account == decider ? LET_IN : ENDS);
}

/* Everybody whom a chain of ties leads to from the proposer; each new one is looked from in turn. */
static gboolean
is_reached (GPtrArray *accounts, const GArray *deeds, const MusterAccount *decider, const MusterAccount *proposer, gint64 since)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  g_ptr_array_add (reached, (gpointer) proposer);
  for (guint i = 0; i < reached->len; i++)
    for (guint j = 0; j < accounts->len; j++)
      if (!g_ptr_array_find (reached, accounts->pdata[j], NULL) && find_handing_on (accounts->pdata[j], deeds, reached->pdata[i], decider, since) != 0)
        g_ptr_array_add (reached, accounts->pdata[j]);
  return g_ptr_array_find (reached, decider, NULL);
}

MusterDeciderTies
muster_decider_find_ties (GPtrArray *accounts, const GArray *deeds, gint64 decider, gint64 proposer, gint64 proposed_at)
{
  gint64 since = proposed_at - MUSTER_DECIDER_TIE_DAYS * G_TIME_SPAN_DAY;
  const MusterAccount *account = find_account (accounts, decider), *other = find_account (accounts, proposer);
  MusterDeciderTies ties;

  if (account == NULL || other == NULL || account == other)
    return 0;
  ties = find_direct (account, deeds, other, since);
  if ((ties & ~LET_IN) == 0 && is_reached (accounts, deeds, account, other, since))
    ties |= MUSTER_TIE_THROUGH;
  return ties;
}

/* Takes @sentence. */
static void
append (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

char *
muster_decider_dup_ties_text (MusterDeciderTies ties, const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (ties == 0)
    return NULL;
  /* Translators: an account, and a number of days */
  if ((ties & MUSTER_TIE_ADDED) != 0)
    append (text, g_strdup_printf (_("The account “%s” was added by who proposed this, within %d days before that or since."), name, MUSTER_DECIDER_TIE_DAYS));
  /* Translators: an account, and a number of days */
  if ((ties & MUSTER_TIE_RAISED) != 0)
    append (text, g_strdup_printf (_("The account “%s” was let in as an administrator by who proposed this, within %d days before that or since."), name, MUSTER_DECIDER_TIE_DAYS));
  /* Translators: an account, and a number of days */
  if ((ties & MUSTER_TIE_RESET) != 0)
    append (text, g_strdup_printf (_("The password of “%s” was set anew with the recovery key, within %d days before this was proposed or since."), name, MUSTER_DECIDER_TIE_DAYS));
  if ((ties & MUSTER_TIE_SAME_NAME) != 0)
    append (text, g_strdup_printf (_("“%s” has the name of who proposed this: two accounts of one person are not two people."), name));
  /* Translators: an account, and a number of days */
  if ((ties & MUSTER_TIE_PROPOSER_LET_IN) != 0)
    append (text, g_strdup_printf (_("Who proposed this was let in for it: by “%s”, or with the recovery key, within %d days before that or since."), name, MUSTER_DECIDER_TIE_DAYS));
  /* Translators: an account, and a number of days */
  if ((ties & MUSTER_TIE_PROPOSER_ADDED) != 0)
    append (text, g_strdup_printf (_("The account of who proposed this was added by “%s”, within %d days before that or since."), name, MUSTER_PROPOSER_ADDED_DAYS));
  if ((ties & MUSTER_TIE_THROUGH) != 0)
    append (text, g_strdup_printf (_("The account “%s” is tied to who proposed this by way of another account: added or let in by it lately, or of its name."), name));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

char *
muster_decider_dup_tie_to_text (MusterTieTo to, MusterDeciderTies ties, const char *name)
{
  if (ties == 0)
    return NULL;
  switch (to)
    {
    case MUSTER_TIE_TO_REVIEWED:
      return g_strdup_printf (_("“%s” is tied to who decided what is reviewed: has the same name, or was added or let in by them lately, or the other way round."), name);
    case MUSTER_TIE_TO_DOER:
      return g_strdup_printf (_("“%s”, who verified a step, is tied to who recorded it as done: has the same name, or was added or let in by them lately, or the other way round."), name);
    case MUSTER_TIE_TO_CHECKED:
      return g_strdup_printf (_("“%s”, who recorded the check, is tied to who recorded a step as done: has the same name, or was added or let in by them lately, or the other way round."), name);
    case MUSTER_TIE_TO_ASKER:
      return g_strdup_printf (_("“%s”, who approved an extension, is tied to who asked for it: has the same name, or was added or let in by them lately, or the other way round."), name);
    default:
      g_return_val_if_reached (NULL);
    }
}
