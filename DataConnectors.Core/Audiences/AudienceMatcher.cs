using DataConnectors.Core.People;

namespace DataConnectors.Core.Audiences;

/// <summary>Whether somebody is meant by a rule. In rising order, so that "all" is the least of them and "any" the greatest.</summary>
public enum AudienceMatch
{
    /// <summary>They are not.</summary>
    No,

    /// <summary>It depends on a conversation, and there is none.</summary>
    Depends,

    /// <summary>They are.</summary>
    Yes,
}

/// <summary>Whom a rule is asked about.</summary>
/// <param name="Person">The person, with their company.</param>
/// <param name="Conversation">The conversation; null where there is none, and conditions on it cannot be judged.</param>
/// <param name="Now">The moment that days ago are counted from.</param>
public sealed record AudienceSubject(
    PersonSnapshot Person,
    ConversationSnapshot? Conversation,
    DateTimeOffset Now
);

/// <summary>Judges rules. Pure, and the only place where conditions are judged; it takes any value and any rule.</summary>
public static class AudienceMatcher
{
    /// <summary>Whether the subject is meant. A group without members means nobody.</summary>
    public static AudienceMatch Match(AudienceRule rule, AudienceSubject subject)
    {
        if (rule.Conditions.Count == 0 && rule.Groups.Count == 0)
        {
            return AudienceMatch.No;
        }

        var isAll = rule.Join == AudienceJoin.All;
        var decided = isAll ? AudienceMatch.No : AudienceMatch.Yes;
        var match = isAll ? AudienceMatch.Yes : AudienceMatch.No;
        foreach (var condition in rule.Conditions)
        {
            match = Joined(match, Match(condition, subject), isAll);
            if (match == decided)
            {
                return match;
            }
        }

        foreach (var group in rule.Groups)
        {
            match = Joined(match, Match(group, subject), isAll);
            if (match == decided)
            {
                return match;
            }
        }

        return match;
    }

    private static AudienceMatch Match(AudienceCondition condition, AudienceSubject subject)
    {
        if (
            subject.Conversation is null
            && AttributeCatalog.OwnerOf(condition.Attribute) == AttributeOwner.Conversation
        )
        {
            return AudienceMatch.Depends;
        }

        var value = AttributeCatalog.Find(
            condition.Attribute,
            subject.Person,
            subject.Conversation
        );
        return ConditionValues.Holds(condition, value, subject.Now)
            ? AudienceMatch.Yes
            : AudienceMatch.No;
    }

    private static AudienceMatch Joined(AudienceMatch one, AudienceMatch other, bool isAll) =>
        one < other == isAll ? one : other;
}
