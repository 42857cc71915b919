namespace DataConnectors.Core.Agent.Choosing;

/// <summary>Whether the values in a message are those that a connector takes.</summary>
internal static class ValueEvidence
{
    private const float Named = 0.6f;
    private const double Unknown = 0.5;

    /// <summary>Adds the evidence on values.</summary>
    public static void Add(
        double[] evidence,
        MessageValues values,
        ConnectorTerms connector,
        Alignment alignment
    )
    {
        var required = connector.RequiredInputs;
        evidence[(int)Evidence.InputsNamed] =
            required.Count == 0
                ? Unknown
                : required.Count(input => IsNamed(input, alignment)) / (double)required.Count;

        var numbers = required.Count(input => input.Look == ValueLook.Number);
        evidence[(int)Evidence.NumbersLacking] =
            numbers == 0 ? 0 : Math.Max(0, numbers - values.Numbers) / (double)required.Count;
        var hasNone =
            values.Numbers
                + values.Codes
                + values.Emails
                + values.Urls
                + values.Dates
                + values.Names
            == 0;
        evidence[(int)Evidence.NoValues] = hasNone ? 1 : 0;
        var left = new Left(values);
        evidence[(int)Evidence.InputsFilled] =
            required.Count == 0 || hasNone
                ? Unknown
                : required.Count(left.Fill) / (double)required.Count;
        foreach (var input in connector.OptionalInputs)
        {
            left.Fill(input);
        }

        var telling = values.Emails + values.Urls + values.Codes + values.Positions;
        if (telling > 0)
        {
            evidence[(int)Evidence.ValuesTaken] = Math.Min(1, left.Taken / (double)telling);
            evidence[(int)Evidence.ValuesLeft] = 1 - evidence[(int)Evidence.ValuesTaken];
        }

        evidence[(int)Evidence.NumbersLeft] = Math.Clamp(left.Numbers, 0, 3) / 3.0;
    }

    private static bool IsNamed(InputShape input, Alignment alignment)
    {
        foreach (var name in input.Names)
        {
            foreach (var near in alignment.Of(name))
            {
                if (near >= Named)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The values that no input has taken yet.</summary>
    private sealed class Left(MessageValues values)
    {
        private int emails = values.Emails;
        private int urls = values.Urls;
        private int dates = values.Dates;
        private int names = values.Names;
        private int codes = values.Codes;
        private int positions = 2 * values.Positions;

        /// <summary>Telling values that an input took.</summary>
        public int Taken { get; private set; }

        public int Numbers { get; private set; } = values.Numbers;

        public bool Fill(InputShape input)
        {
            switch (input.Look)
            {
                case var _ when input.IsPosition:
                    Numbers--;
                    return Take(ref positions, isTelling: positions % 2 == 0);
                case ValueLook.Number:
                    return Numbers-- > 0;
                case ValueLook.Email:
                    return Take(ref emails, isTelling: true);
                case ValueLook.Url:
                    return Take(ref urls, isTelling: true);
                case ValueLook.Date:
                    return Take(ref dates, isTelling: false);
                case ValueLook.Code:
                    if (input.Shapes.Any(values.HasShape))
                    {
                        return Take(ref codes, isTelling: true);
                    }

                    if (input.Shapes.Count == 0 && codes > 0)
                    {
                        return Take(ref codes, isTelling: true);
                    }

                    return input.Shapes.All(shape =>
                            string.Equals(shape, "9", StringComparison.Ordinal)
                        )
                        && Numbers-- > 0;
                case ValueLook.Name:
                    return Take(ref names, isTelling: false);
                case ValueLook.Switch:
                    return true;
                default:
                    return Take(ref codes, isTelling: false) || values.Names + values.Numbers > 0;
            }
        }

        private bool Take(ref int count, bool isTelling)
        {
            if (count <= 0)
            {
                return false;
            }

            count--;
            Taken += isTelling ? 1 : 0;
            return true;
        }
    }
}
