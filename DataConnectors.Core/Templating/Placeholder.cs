namespace DataConnectors.Core.Templating;

/// <summary>A <c>{{name}}</c> in a template.</summary>
/// <param name="Name">The name between the braces, without the spaces around it.</param>
/// <param name="Start">Where the opening braces stand, in characters from the start of the template.</param>
/// <param name="Length">How many characters it takes, braces included.</param>
public sealed record Placeholder(string Name, int Start, int Length);

/// <summary>Something in a template that has to be mended before it can be rendered.</summary>
/// <param name="Message">What is wrong and how to mend it, in a sentence that may be shown to anyone.</param>
/// <param name="Start">Where it stands, in characters from the start of the template.</param>
/// <param name="Length">How many characters it takes.</param>
public sealed record TemplateProblem(string Message, int Start, int Length);

/// <summary>Why a template could not be rendered with the values at hand.</summary>
/// <param name="Placeholder">The name whose value was refused; empty when the template itself has a problem.</param>
/// <param name="Message">A sentence that may be shown to anyone; it never holds the value.</param>
public sealed record TemplateFailure(string Placeholder, string Message);
