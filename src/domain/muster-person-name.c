/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-person-name.h"

#include "domain/muster-text.h"
#include "domain/muster-word-list.h"

static const struct
{
  const char *word; /* without dots */
  const char *kept;
} suffixes[] = {
  { "jr", "Jr." },
  { "sr", "Sr." },
  { "ii", "II" },
  { "iii", "III" },
  { "iv", "IV" },
  { "2nd", "II" },
  { "3rd", "III" },
  { "4th", "IV" },
};

static const char *const titles[] = {
  "dr", "miss", "mr", "mrs", "ms", "mx", "prof", "rev", "sra", "srta"
};

/* Credentials that are no names of people. */
static const char *const credential_words[] = {
  "aai", "aams", "acsr", "aprn", "bsn", "bsw", "cac", "cbc", "ccm", "cdfa", "cebs", "cfe", "cfp", "chc", "chfc", "chw", "cic", "cima", "cisr",
  "cltc", "clu", "cma", "cnp", "cpa", "cpcu", "cphq", "cpia", "crc", "crpc", "csa", "csfs", "dds", "dmd", "dnp", "dvm", "edd", "esq", "flmi", "fnp",
  "fnp-c", "fss", "gba", "hia", "jd", "lacp", "ladc", "lcsw", "lgsw", "licsw", "lisw", "llm", "lmft", "lmsw", "lpc", "lpcc", "lpn", "lsw", "lutcf",
  "mba", "md", "mha", "mhp", "mpa", "mph", "msn", "msw", "np", "pa-c", "pac", "pahm", "pharmd", "phd", "phr", "rd", "rebc", "rfc", "rhit", "rhu",
  "ricp", "rn", "rn-bc", "rph", "shrm-cp", "shrm-scp", "sphr"
};

/* Credentials that are also names (Do, Ma, Ed, …): taken for credentials only in capitals, behind a comma and a name of several words. */
static const char *const doubtful_credentials[] = {
  "ba", "bs", "dc", "do", "ed", "lac", "ma", "ms", "od", "pa", "rp"
};

/* Words that belong to the family name after them. */
static const char *const particles[] = {
  "abu", "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "las", "le", "los", "saint", "st",
  "ten", "ter", "van", "von"
};

static MusterWordList title_list = MUSTER_WORD_LIST (titles);
static MusterWordList credential_list = MUSTER_WORD_LIST (credential_words);
static MusterWordList doubtful_list = MUSTER_WORD_LIST (doubtful_credentials);
static MusterWordList particle_list = MUSTER_WORD_LIST (particles);

typedef struct
{
  char **words;
  guint n;
} Words;

/* @word without its dots, in small letters. */
static void
plain_word (const char *word, char *plain, gsize size)
{
  gsize length = 0;

  for (; *word != '\0' && length + 1 < size; word++)
    if (*word != '.')
      plain[length++] = g_ascii_tolower (*word);
  plain[*word == '\0' ? length : 0] = '\0';
}

static gboolean
is_among (const char *word, MusterWordList *list)
{
  char plain[16];

  plain_word (word, plain, sizeof plain);
  return *plain != '\0' && muster_word_list_has (list, plain);
}

static const char *
find_suffix (const char *word)
{
  char plain[16];

  plain_word (word, plain, sizeof plain);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (strcmp (suffixes[i].word, plain) == 0)
      return suffixes[i].kept;
  return NULL;
}

static gboolean
is_in_capitals (const char *word)
{
  for (; *word != '\0'; word++)
    if (g_ascii_islower (*word))
      return FALSE;
  return TRUE;
}

/* @word stands before or behind those that were found until now. */
static void
take_credential (char **credentials, const char *word, gboolean before)
{
  char *joined;

  if (credentials == NULL)
    return;
  if (*credentials == NULL)
    joined = g_strdup (word);
  else
    joined = before ? g_strconcat (word, ", ", *credentials, NULL) : g_strconcat (*credentials, ", ", word, NULL);
  g_free (*credentials);
  *credentials = joined;
}

static void
take_suffix (MusterAssister *person, const char *word)
{
  if (person->suffix == NULL)
    person->suffix = g_strdup (find_suffix (word));
}

static char *
join (const Words *words, guint from, guint to)
{
  GString *text;

  if (from >= to)
    return NULL;
  text = g_string_sized_new (32);
  for (guint i = from; i < to; i++)
    g_string_append_printf (text, "%s%s", i > from ? " " : "", words->words[i]);
  return g_string_free_and_steal (text);
}

static guint
count_words (const char *text)
{
  guint n = *text != '\0';

  for (; *text != '\0'; text++)
    n += *text == ' ';
  return n;
}

/* Whether every word of @part, which stands behind a comma, is a suffix or a credential; they are taken then. */
static gboolean
take_afterthought (MusterAssister *person, const char *part, gboolean behind_several_words, char **credentials)
{
  g_auto (GStrv) words = g_strsplit (part, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean doubtful = is_among (words[i], &doubtful_list) && behind_several_words && is_in_capitals (words[i]);

      if (find_suffix (words[i]) == NULL && !is_among (words[i], &credential_list) && !doubtful)
        return FALSE;
    }
  for (guint i = 0; words[i] != NULL; i++)
    if (find_suffix (words[i]) != NULL)
      take_suffix (person, words[i]);
    else
      take_credential (credentials, words[i], FALSE);
  return TRUE;
}

/* Takes suffixes and sure credentials off the end of @words, as long as @least words stay. */
static void
strip_end (MusterAssister *person, Words *words, guint least, char **credentials)
{
  while (words->n > least)
    {
      const char *last = words->words[words->n - 1];

      if (find_suffix (last) != NULL)
        take_suffix (person, last);
      else if (is_among (last, &credential_list))
        take_credential (credentials, last, TRUE);
      else
        return;
      words->n--;
    }
}

static guint
count_titles (const Words *words, guint least)
{
  guint n = 0;

  while (n + least < words->n && is_among (words->words[n], &title_list))
    n++;
  return n;
}

static void
read_given_names (MusterAssister *person, const char *part, char **credentials)
{
  g_auto (GStrv) list = g_strsplit (part, " ", -1);
  Words words = { list, g_strv_length (list) };
  guint first;

  strip_end (person, &words, 1, credentials);
  first = count_titles (&words, 1);
  person->given_name = join (&words, first, first + 1);
  person->middle_name = join (&words, first + 1, words.n);
}

/* “Berg, Ludwig van der”: small letters tell a particle from a name (“Nguyen, Hung Van”). */
static void
move_particles (MusterAssister *person)
{
  g_auto (GStrv) list = NULL;
  Words words;
  guint first;
  g_autofree char *particles_there = NULL;
  char *family;

  if (person->middle_name == NULL || person->family_name == NULL)
    return;
  list = g_strsplit (person->middle_name, " ", -1);
  words = (Words) { list, g_strv_length (list) };
  for (first = words.n; first > 0 && is_among (words.words[first - 1], &particle_list) && g_ascii_islower (*words.words[first - 1]); first--)
    ;
  if (first == words.n)
    return;
  particles_there = join (&words, first, words.n);
  family = g_strconcat (particles_there, " ", person->family_name, NULL);
  g_free (person->family_name);
  person->family_name = family;
  g_free (person->middle_name);
  person->middle_name = join (&words, 0, first);
}

static void
read_family_name (MusterAssister *person, const char *part, char **credentials)
{
  g_auto (GStrv) list = g_strsplit (part, " ", -1);
  Words words = { list, g_strv_length (list) };

  strip_end (person, &words, 1, credentials);
  person->family_name = join (&words, 0, words.n);
}

static void
read_natural (MusterAssister *person, const char *part, char **credentials)
{
  g_auto (GStrv) list = g_strsplit (part, " ", -1);
  Words words = { list, g_strv_length (list) };
  guint first, family;

  first = count_titles (&words, 1);
  strip_end (person, &words, first + (words.n > first + 2 ? 2 : 1), credentials);
  if (words.n - first == 1)
    {
      person->family_name = join (&words, first, words.n);
      return;
    }
  for (family = words.n - 1; family > first + 1 && is_among (words.words[family - 1], &particle_list); family--)
    ;
  person->given_name = join (&words, first, first + 1);
  person->middle_name = join (&words, first + 1, family);
  person->family_name = join (&words, family, words.n);
}

/* The parts between commas, tidy, without empty ones. */
static char **
split_at_commas (const char *text)
{
  g_autofree char *plain = muster_text_dup_without_marks (text);
  g_auto (GStrv) parts = g_strsplit (plain, ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = muster_text_dup_tidy (parts[i]);

      if (part != NULL)
        g_strv_builder_take (builder, part);
    }
  return g_strv_builder_end (builder);
}

void
muster_person_name_read (const char *text, MusterAssister *person, char **credentials)
{
  g_auto (GStrv) parts = split_at_commas (text);
  g_autofree char *given = NULL;
  guint n = 0;

  if (credentials != NULL)
    *credentials = NULL;
  /* What is an afterthought moves out; what stays is “family, given” or a name in natural order. */
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0 && take_afterthought (person, parts[i], count_words (parts[0]) > 1, credentials))
        g_free (parts[i]);
      else
        parts[n++] = parts[i];
      if (n <= i)
        parts[i] = NULL;
    }
  if (n == 0)
    return;
  if (n == 1)
    read_natural (person, parts[0], credentials);
  else
    {
      given = g_strjoinv (" ", parts + 1);
      read_family_name (person, parts[0], credentials);
      read_given_names (person, given, credentials);
      move_particles (person);
    }
  muster_person_name_tidy (person, credentials);
}

static gboolean
is_initial (const char *word)
{
  const char *next = g_utf8_next_char (word);

  return g_unichar_isalpha (g_utf8_get_char (word)) && (*next == '\0' || strcmp (next, ".") == 0);
}

/* “Ana M.” in the column of first names */
static void
move_initial (MusterAssister *person)
{
  char *space;

  if (person->given_name == NULL || person->middle_name != NULL)
    return;
  space = strrchr (person->given_name, ' ');
  if (space == NULL || !is_initial (space + 1))
    return;
  person->middle_name = g_strdup (space + 1);
  *space = '\0';
}

/* “Lindqvist Jr.”, “Lindqvist, RN” in a column of names */
static void
move_suffix (MusterAssister *person, char **name, char **credentials)
{
  g_autofree char *plain = NULL, *tidy = NULL;
  g_auto (GStrv) list = NULL;
  Words words;

  if (*name == NULL || strpbrk (*name, " ,") == NULL)
    return;
  plain = g_strdelimit (muster_text_dup_without_marks (*name), ",", ' ');
  tidy = muster_text_dup_tidy (plain);
  if (tidy == NULL)
    return;
  list = g_strsplit (tidy, " ", -1);
  words = (Words) { list, g_strv_length (list) };
  strip_end (person, &words, 1, credentials);
  if (list[words.n] == NULL)
    return;
  g_free (*name);
  *name = join (&words, 0, words.n);
}

/* “Dr. Ana” in the column of first names */
static void
drop_title (char **given_name)
{
  g_auto (GStrv) list = NULL;
  Words words;
  guint first;

  if (*given_name == NULL || strchr (*given_name, ' ') == NULL)
    return;
  list = g_strsplit (*given_name, " ", -1);
  words = (Words) { list, g_strv_length (list) };
  first = count_titles (&words, 1);
  if (first == 0)
    return;
  g_free (*given_name);
  *given_name = join (&words, first, words.n);
}

/* “JR”, “Jr., CPA”; what is neither suffix nor credential stays as it is. */
static void
settle_suffix (MusterAssister *person, char **credentials)
{
  g_autofree char *written = g_steal_pointer (&person->suffix);
  g_autofree char *plain = NULL, *tidy = NULL;

  if (written == NULL)
    return;
  plain = g_strdelimit (muster_text_dup_without_marks (written), ",;/", ' ');
  tidy = muster_text_dup_tidy (plain);
  if (tidy == NULL || !take_afterthought (person, tidy, TRUE, credentials))
    person->suffix = g_steal_pointer (&written);
}

void
muster_person_name_tidy (MusterAssister *person, char **credentials)
{
  settle_suffix (person, credentials);
  move_suffix (person, &person->family_name, credentials);
  move_suffix (person, &person->given_name, credentials);
  drop_title (&person->given_name);
  move_initial (person);
  if (person->middle_name != NULL && is_initial (person->middle_name))
    *g_utf8_next_char (person->middle_name) = '\0';
}

gboolean
muster_person_name_is_beside (const char *word)
{
  return find_suffix (word) != NULL || is_among (word, &title_list) || is_among (word, &credential_list);
}
