using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Tests.Web.Components;

/// <summary>Finds what was rendered as people do: a button by its text, a control by its label.</summary>
internal static class Rendered
{
    public static IReadOnlyList<IElement> Buttons<T>(
        this IRenderedComponent<T> rendered,
        string name
    )
        where T : IComponent =>
        [.. rendered.FindAll("button").Where(button => button.TextContent.Trim() == name)];

    /// <summary>The button, of which there is one.</summary>
    public static IElement Button<T>(this IRenderedComponent<T> rendered, string name)
        where T : IComponent => Assert.Single(rendered.Buttons(name));

    /// <summary>Controls whose labels have the same text, as those of rows that repeat.</summary>
    public static IReadOnlyList<IElement> AllLabelled<T>(
        this IRenderedComponent<T> rendered,
        string label
    )
        where T : IComponent =>
        [
            .. rendered
                .FindAll("label")
                .Where(element => element.TextContent == label)
                .Select(element => rendered.Find($"[id='{element.GetAttribute("for")}']")),
        ];

    /// <summary>The control, of which there is one.</summary>
    public static IElement Labelled<T>(this IRenderedComponent<T> rendered, string label)
        where T : IComponent => Assert.Single(rendered.AllLabelled(label));
}
