using Tortue.Notebooks.Scripting.Packages;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting.Packages;

public sealed class PackageRequestTests
{
    [Theory]
    [InlineData("nuget:Name", "Name", "*")]
    [InlineData("nuget: Name, 1.2.3", "Name", "1.2.3")]
    [InlineData("NuGet:Name,1.2.*", "Name", "1.2.*")]
    [InlineData("nuget: Name , *-* ", "Name", "*-*")]
    [InlineData("nuget:A.B-c_d,[1.0, 2.0)", "A.B-c_d", "[1.0, 2.0)")]
    [InlineData("nuget:Name,1.0.0-beta.24229.4", "Name", "1.0.0-beta.24229.4")]
    [InlineData("nuget:Name,", "Name", "*")]
    public void ADirectiveIsRead(string reference, string id, string range)
    {
        Assert.True(PackageRequest.IsOne(reference));
        var request = PackageRequest.Parse(reference);
        Assert.Equal((id, range), (request.Id, request.Range));
    }

    [Theory]
    [InlineData("nuget:")]
    [InlineData("nuget: , 1.0")]
    [InlineData("nuget: a b")]
    [InlineData("nuget: ../x")]
    [InlineData("nuget: Name, one")]
    [InlineData("nuget: Name, 1.2\" />")]
    [InlineData("nuget: Name, $(Version)")]
    public void WhatCannotBeOneIsRefused(string reference) => Assert.Throws<PackageException>(() => PackageRequest.Parse(reference));

    [Theory]
    [InlineData(null, "7.0.0", true)]
    [InlineData("1.2", "1.2.0", true)]
    [InlineData("1.2.0.0", "1.2.0", true)]
    [InlineData("v1.02", "1.2.0", true)]
    [InlineData("[1.2.0]", "1.2.0", true)]
    [InlineData("1.2.*", "1.2.7", true)]
    [InlineData("1.2.*", "1.20.0", false)]
    [InlineData("1.2.0-RC1", "1.2.0-rc1", true)]
    [InlineData("1.2.0", "1.2.0-rc1", false)]
    [InlineData("1.2.1", "1.2.0", false)]
    [InlineData("1.2.0.1", "1.2.0", false)]
    public void AVersionThatIsThereMayDo(string? asked, string there, bool does) =>
        Assert.Equal(does, new PackageRequest("Name", asked).IsMetBy(there));

    [Fact]
    public void TheKeyIsTheSamePackagesInAnyOrder()
    {
        var (a, b) = (new PackageRequest("A", "1.0"), new PackageRequest("B", null));
        var plan = new PackagePlan([a, b], [], "/");
        Assert.Equal(plan.Key(), new PackagePlan([b, new("a", "1.0")], [], "/").Key());
        Assert.NotEqual(plan.Key(), new PackagePlan([a], [], "/").Key());
        Assert.NotEqual(plan.Key(), new PackagePlan([a with { Version = "1.1" }, b], [], "/").Key());
        Assert.NotEqual(plan.Key(), new PackagePlan([a, b], ["https://feed"], "/").Key());
    }

    [Fact]
    public void TheProjectEscapesWhatItIsGiven()
    {
        var project = new PackagePlan([new("A", "1.0")], ["https://feed?a=1&b=\"2\""], "/a & b").ToProject();
        Assert.Contains("/a &amp; b", project, StringComparison.Ordinal);
        Assert.Contains("""<PackageReference Include="A" Version="1.0" />""", project, StringComparison.Ordinal);
    }
}
