using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>Who would be reached now.</summary>
/// <param name="People">How many people were looked at: all of them, unless <paramref name="IsComplete"/> says otherwise.</param>
/// <param name="Matching">How many of them are in the audience, whatever the share.</param>
/// <param name="MayMatch">How many more are in it where the conversation is right: its conditions cannot be judged without one.</param>
/// <param name="InRollout">How many of <paramref name="Matching"/> and <paramref name="MayMatch"/> are in the share.</param>
/// <param name="Sample">The first few who are reached, or may be.</param>
/// <param name="IsComplete">Whether everybody was looked at.</param>
public sealed record Reach(
    int People,
    int Matching,
    int MayMatch,
    int InRollout,
    IReadOnlyList<PersonSnapshot> Sample,
    bool IsComplete
);

/// <summary>
/// Counts who would be reached, by judging everybody with the matcher that judges them in conversations: there is no second rule, in SQL, that
/// could differ.
/// </summary>
public sealed class CountReach(PeopleQueries people, AudienceBook book, TimeProvider clock)
{
    /// <summary>The most people who are shown.</summary>
    public const int MaxSample = 10;

    /// <summary>The most people who are looked at.</summary>
    public const int MaxPeople = 250_000;

    private const int PageSize = 2_000;

    /// <summary>Who one choice reaches.</summary>
    public async Task<Reach> RunAsync(AudienceChoice choice, CancellationToken cancellationToken) =>
        (await RunForEachAsync([choice], cancellationToken))[0];

    /// <summary>
    /// Who each of several choices reaches, in their order: everybody is looked at once, page by page, those seen first first. Ends early when
    /// cancelled.
    /// </summary>
    public async Task<IReadOnlyList<Reach>> RunForEachAsync(
        IReadOnlyList<AudienceChoice> choices,
        CancellationToken cancellationToken
    )
    {
        var audiences = await book.ReadAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var tallies = choices.Select(choice => new Tally(choice)).ToList();
        var (looked, last, isComplete) = (0, 0L, false);
        while (!isComplete && looked < MaxPeople)
        {
            var page = await people.ListAfterAsync(last, PageSize, cancellationToken);
            foreach (var person in page)
            {
                var judge = new AudienceJudge(
                    audiences,
                    new AudienceSubject(person, Conversation: null, now)
                );
                foreach (var tally in tallies)
                {
                    tally.Look(judge);
                }

                last = person.Id;
            }

            looked += page.Count;
            isComplete = page.Count < PageSize;
        }

        return [.. tallies.Select(tally => tally.ToReach(looked, isComplete))];
    }

    /// <summary>The count of one choice.</summary>
    private sealed class Tally(AudienceChoice choice)
    {
        private readonly List<PersonSnapshot> sample = [];
        private int matching;
        private int mayMatch;
        private int inRollout;

        public void Look(AudienceJudge judge)
        {
            var match = judge.Judge(choice);
            if (match == AudienceMatch.No)
            {
                return;
            }

            matching += match == AudienceMatch.Yes ? 1 : 0;
            mayMatch += match == AudienceMatch.Depends ? 1 : 0;
            if (!choice.Rollout.Includes(judge.Subject.Person.Id))
            {
                return;
            }

            inRollout++;
            if (sample.Count < MaxSample)
            {
                sample.Add(judge.Subject.Person);
            }
        }

        public Reach ToReach(int people, bool isComplete) =>
            new(people, matching, mayMatch, inRollout, sample, isComplete);
    }
}
