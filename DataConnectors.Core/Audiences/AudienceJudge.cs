namespace DataConnectors.Core.Audiences;

/// <summary>
/// Judges one subject for many connectors, each reusable audience once. Made for a turn and used by one thread.
/// </summary>
/// <param name="audiences">The reusable audiences, from the <see cref="AudienceBook"/>.</param>
/// <param name="subject">Who is judged.</param>
public sealed class AudienceJudge(
    IReadOnlyDictionary<long, KnownAudience> audiences,
    AudienceSubject subject
)
{
    private readonly Dictionary<long, AudienceMatch> judged = [];

    /// <summary>Who is judged.</summary>
    public AudienceSubject Subject => subject;

    /// <summary>Whether they are of the audience that was chosen, the share of a roll-out aside.</summary>
    public AudienceMatch Judge(AudienceChoice choice) =>
        choice.IsEveryone ? AudienceMatch.Yes
        : choice.Custom is { } rule ? AudienceMatcher.Match(rule, subject)
        : choice.AudienceIds.Max(Judge);

    /// <summary>The names of the reusable audiences that were chosen and exist.</summary>
    public IReadOnlyList<string> NamesOf(AudienceChoice choice) =>
        [
            .. choice
                .AudienceIds.Select(id => audiences.GetValueOrDefault(id)?.Name)
                .OfType<string>(),
        ];

    private AudienceMatch Judge(long audienceId)
    {
        if (!judged.TryGetValue(audienceId, out var match))
        {
            // One that was deleted means nobody.
            match = audiences.TryGetValue(audienceId, out var audience)
                ? AudienceMatcher.Match(audience.Rule, subject)
                : AudienceMatch.No;
            judged.Add(audienceId, match);
        }

        return match;
    }
}
