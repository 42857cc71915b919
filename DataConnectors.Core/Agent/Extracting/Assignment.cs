namespace DataConnectors.Core.Agent.Extracting;

/// <summary>
/// Gives pieces of a message to inputs: every piece to one input at most, so that the whole fits best. Which value an input gets
/// may depend on what another one leaves.
/// </summary>
internal sealed class Assignment
{
    private const int MostPerInput = 10;
    private const int MostSteps = 20_000;

    // Values named in one breath stand in the order of the inputs: "base and height of 10 and 5".
    private const double OrderBonus = 0.6;

    // A run needs some inputs and can do without others.
    private const double NeedBonus = 0.5;

    private readonly IReadOnlyList<(InputTraits Traits, double Least)> inputs;
    private readonly List<Proposal>[] proposals;
    private readonly double[] reachable;
    private readonly Proposal?[] current;
    private Proposal?[] best;
    private double bestGain = double.NegativeInfinity;
    private int steps;

    private Assignment(
        IReadOnlyList<(InputTraits Traits, double Least)> inputs,
        IReadOnlyList<IReadOnlyList<Proposal>> found
    )
    {
        this.inputs = inputs;
        proposals =
        [
            .. found.Select(
                (list, index) =>
                    list.Where(proposal => proposal.Score >= inputs[index].Least - OrderBonus)
                        .GroupBy(proposal => (proposal.Start, proposal.End))
                        .Select(group => group.MaxBy(proposal => proposal.Score))
                        .OrderByDescending(proposal => proposal.Score)
                        .ThenBy(proposal => proposal.Start)
                        .ThenByDescending(proposal => proposal.End)
                        .Take(MostPerInput)
                        .ToList()
            ),
        ];
        current = new Proposal?[inputs.Count];
        best = new Proposal?[inputs.Count];
        reachable = new double[inputs.Count + 1];
        for (var index = inputs.Count - 1; index >= 0; index--)
        {
            var most =
                proposals[index].Count == 0
                    ? 0
                    : proposals[index][0].Score - inputs[index].Least + OrderBonus * 2 + NeedBonus;
            reachable[index] = reachable[index + 1] + Math.Max(0, most);
        }
    }

    /// <summary>The proposal that each input gets, or null.</summary>
    public static IReadOnlyList<Proposal?> Best(
        IReadOnlyList<(InputTraits Traits, double Least)> inputs,
        IReadOnlyList<IReadOnlyList<Proposal>> found
    )
    {
        var assignment = new Assignment(inputs, found);
        assignment.Try(0, 0);
        return assignment.best;
    }

    private void Try(int index, double gain)
    {
        if (index == inputs.Count)
        {
            if (gain > bestGain + 1e-9)
            {
                bestGain = gain;
                best = [.. current];
            }

            return;
        }

        if (gain + reachable[index] <= bestGain || ++steps > MostSteps)
        {
            return;
        }

        foreach (var proposal in proposals[index])
        {
            if (IsTaken(proposal, index))
            {
                continue;
            }

            var added =
                proposal.Score
                - inputs[index].Least
                + OrderOf(proposal, index)
                + (inputs[index].Traits.Input.IsRequired ? NeedBonus : 0);
            if (added < (inputs[index].Traits.Input.IsRequired ? NeedBonus : 0))
            {
                continue;
            }

            current[index] = proposal;
            Try(index + 1, gain + added + 0.01);
            current[index] = null;
        }

        Try(index + 1, gain);
    }

    private bool IsTaken(Proposal proposal, int index)
    {
        for (var other = 0; other < index; other++)
        {
            if (current[other] is { } taken && taken.Overlaps(proposal))
            {
                return true;
            }
        }

        return false;
    }

    private double OrderOf(Proposal proposal, int index)
    {
        for (var other = index - 1; other >= 0; other--)
        {
            if (
                current[other] is { } taken
                && inputs[other].Traits.Input.Type == inputs[index].Traits.Input.Type
                && inputs[other].Traits.Meaning == inputs[index].Traits.Meaning
                && inputs[other].Traits.Dimension == inputs[index].Traits.Dimension
                && inputs[other].Traits.Input.IsRequired == inputs[index].Traits.Input.IsRequired
                && taken.End > taken.Start
            )
            {
                return taken.Start < proposal.Start ? OrderBonus : -OrderBonus;
            }
        }

        return 0;
    }
}
